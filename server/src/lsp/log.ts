/** Reports errors of the server in the log of the editor, never in a popup. */
export interface LogSink {
	error(message: string): void;
	warn(message: string): void;
}

/** Logs each trouble of a plugin once, and again only after it was gone. */
export class Troubles {
	readonly #log: LogSink;
	readonly #known = new Map<string, ReadonlySet<string>>();

	constructor(log: LogSink) {
		this.#log = log;
	}

	/** These are the troubles of a plugin now. */
	set(root: string, troubles: readonly string[]): void {
		const known = this.#known.get(root);
		for (const trouble of troubles) if (!known?.has(trouble)) this.#log.warn(`${root}: ${trouble}`);
		this.#known.set(root, new Set(troubles));
	}

	/** Forgets plugins that are no longer there. */
	keep(roots: ReadonlySet<string>): void {
		for (const root of this.#known.keys()) if (!roots.has(root)) this.#known.delete(root);
	}
}

/** The words of an error, with where it came from, for a log. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
