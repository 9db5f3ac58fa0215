import type * as vscode from 'vscode';
import type { Recordings } from './features/checklist/recordings';
import type { Runtime } from './runtime';
import type { Server } from './server';

/** What a feature needs of the extension. */
export interface Host {
	readonly context: vscode.ExtensionContext;
	readonly runtime: Runtime;
	readonly server: Server;
	readonly recordings: Recordings;
	/** Registers a command for as long as the extension lives; a failure is logged and shown with what to do. */
	command(id: string, run: (...args: never[]) => unknown): void;
}
