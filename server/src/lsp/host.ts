import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Engine } from '../engine/check';
import type { Abilities } from './abilities';
import type { Environment } from './environment';

/** What a plugin needs of the session that it is in. */
export interface Host {
	readonly environment: Environment;
	readonly engine: Engine;
	readonly can: Abilities;
	send(params: PublishDiagnosticsParams): void;
	failed(what: string, error: unknown): void;
}
