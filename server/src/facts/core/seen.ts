import type { Dependency } from './cell';

/** What a fact has read so far. Most read a thing or two, for which looking through the list is cheaper than keeping a map. */
export class Seen<F> {
	readonly #list: readonly Dependency<F>[];
	#keys: Map<F, Set<string>> | undefined;

	constructor(list: readonly Dependency<F>[]) {
		this.#list = list;
	}

	isNew(fact: F, key: string): boolean {
		if (this.#list.length < 12) return !this.#list.some(known => known.fact === fact && known.key === key);
		if (this.#keys === undefined) {
			this.#keys = new Map();
			for (const known of this.#list) this.#add(known.fact, known.key);
		}
		return this.#add(fact, key);
	}

	#add(fact: F, key: string): boolean {
		const keys = this.#keys?.get(fact);
		if (keys?.has(key)) return false;
		if (keys) keys.add(key);
		else this.#keys?.set(fact, new Set([key]));
		return true;
	}
}
