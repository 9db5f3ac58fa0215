import type { Host } from './host';
import type { Plugin } from './plugin';

/** The progress of the first load. */
export interface Loading {
	found(root: string, done: number, all: number): void;
	end(): void;
}

/** What a session needs of the server. */
export interface SessionHost extends Host {
	/** A check has come to its end. */
	checked(plugin: Plugin, milliseconds: number): void;
	/** Asks the client for the settings of a plugin, and gives them to it. */
	configure(plugin: Plugin): Promise<void>;
	loading(): Loading;
	/** The plugins of the workspace changed: their folders, and those of the workspace. */
	plugins(roots: readonly string[], folders: readonly string[]): void;
}
