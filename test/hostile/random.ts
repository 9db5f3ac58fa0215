/** Random numbers that follow from a seed (mulberry32), so that a failure can be repeated. */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed | 0;
	}

	/** A number from 0 up to, and without, 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** An integer from 0 up to, and without, a limit. */
	below(limit: number): number {
		return Math.floor(this.next() * limit);
	}

	/** One member of a list that has some. */
	of<T>(list: readonly T[]): T {
		return list[this.below(list.length)] as T;
	}
}
