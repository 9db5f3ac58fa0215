import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Engine } from '../engine/check';
import type { Abilities } from './abilities';
import type { Environment } from './environment';
import type { Plugin } from './plugin';

/** What a plugin needs of the session that it is in. */
export interface Host {
	readonly environment: Environment;
	readonly engine: Engine;
	readonly can: Abilities;
	send(params: PublishDiagnosticsParams): void;
	/** A check has come to its end. */
	checked(plugin: Plugin, milliseconds: number): void;
	failed(what: string, error: unknown): void;
}

/** How a first load is told of. */
export interface Loading {
	found(root: string, done: number, all: number): void;
	end(): void;
}

/** What a session needs of the server. */
export interface SessionHost extends Host {
	/** Asks the client for the settings of a plugin, and gives them to it. */
	configure(plugin: Plugin): Promise<void>;
	loading(): Loading;
	/** The plugins of the workspace are others now: their folders, and those of the workspace. */
	plugins(roots: readonly string[], folders: readonly string[]): void;
}
