/** The things that a fact has read so far, each once and in order. Most read a thing or two, for which looking through the list is cheaper than keeping a set. */
export class Seen<T> {
	readonly list: T[] = [];
	#set: Set<T> | undefined;

	add(thing: T): void {
		if (this.list.length < 12 ? this.list.includes(thing) : this.#known().has(thing)) return;
		this.#set?.add(thing);
		this.list.push(thing);
	}

	#known(): ReadonlySet<T> {
		this.#set ??= new Set(this.list);
		return this.#set;
	}
}
