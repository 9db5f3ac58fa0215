import type { L } from './body';

/**
 * The names that are visible where the reader is. One map for all scopes, as most blocks declare nothing and each name is looked for: a
 * declaration hides what the name meant before, and the end of its block brings that back.
 */
export class Scope {
	readonly #names = new Map<string, L>();
	/** The declarations of the open blocks, and what each of their names meant before. */
	readonly #declared: string[] = [];
	readonly #hidden: L[] = [];
	/** How many declarations there were when each of the open blocks was opened. */
	readonly #opened: number[] = [];

	/** What a name means here; -1 for what is declared outside the function. */
	find(name: string): L {
		return this.#names.get(name) ?? -1;
	}

	/** Makes a name mean a local up to the end of the innermost block. */
	declare(name: string, local: L): void {
		this.#declared.push(name);
		this.#hidden.push(this.find(name));
		this.#names.set(name, local);
	}

	open(): void {
		this.#opened.push(this.#declared.length);
	}

	close(): void {
		const opened = this.#opened.pop() as number;
		while (this.#declared.length > opened) this.#names.set(this.#declared.pop() as string, this.#hidden.pop() as L);
	}

	/** How many blocks are open. */
	get depth(): number {
		return this.#opened.length;
	}
}
