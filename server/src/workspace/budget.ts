import type { FileState } from '../facts/core/inputs';

/** How much text of a plugin is read, in UTF-16 code units: forty times what the largest has. What is over it counts as unreadable. */
const most = 64 * 1024 * 1024;

/** Keeps the texts of one plugin within a budget, so that many large files cannot take all memory. */
export class Budget {
	readonly #sizes = new Map<string, number>();
	#total = 0;

	/** The state of a file that was read; where its text is over the budget, why it is not kept. */
	take(path: string, state: FileState): FileState {
		this.free(path);
		if (!('text' in state)) return state;
		const size = state.text.length;
		if (this.#total + size > most) return { unreadable: `the files of the plugin have more than ${most / 1024 / 1024} MB of text` };
		this.#sizes.set(path, size);
		this.#total += size;
		return state;
	}

	/** A file is gone, or read again. */
	free(path: string): void {
		this.#total -= this.#sizes.get(path) ?? 0;
		this.#sizes.delete(path);
	}
}
