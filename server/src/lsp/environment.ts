import type { Rules } from '../engine/check';
import type { Grammars } from '../syntax/grammars';
import type { FileSystem } from '../workspace/fileSystem';
import type { Services } from './services';

/** The clock and the event loop, which only a composition root may name. */
export interface Pace {
	/** Milliseconds of a clock that never goes back. */
	now(): number;
	/** Resolves after everything that is waiting has run. */
	breathe(): Promise<void>;
	/** Calls back after a time; returns what cancels it. */
	after(milliseconds: number, callback: () => void): () => void;
}

/** Everything that the server needs of its runtime. It starts no program. */
export interface Environment {
	readonly name: string;
	readonly version: string;
	readonly fs: FileSystem;
	/** The Go module cache, where there may be one: sources of other modules are read from it, never fetched. */
	readonly moduleCache?: string;
	readonly grammars: () => Promise<Grammars>;
	readonly rules: Rules;
	/** The pages of the rules in Markdown, by id; asked for when a person wants one. */
	readonly pages: () => Promise<Readonly<Record<string, string>>>;
	readonly pace: Pace;
	/** The time now, as ISO 8601. */
	readonly date: () => string;
	readonly services: Services;
	/** Called for each computation of a fact: tests and benchmarks count them. */
	readonly computed?: (name: string, key: string) => void;
}
