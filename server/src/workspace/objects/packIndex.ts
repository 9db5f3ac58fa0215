import { hexOf } from './hex';

/** Where the objects of a pack lie (gitformat-pack, version 2 of the index). */
export class PackIndex {
	readonly #bytes: Uint8Array;
	readonly #view: DataView;
	readonly #width: number;
	readonly #count: number;

	private constructor(bytes: Uint8Array, width: number, count: number) {
		this.#bytes = bytes;
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.#width = width;
		this.#count = count;
	}

	/** An index with object names of so many bytes; undefined if it is not one, or is cut off. */
	static of(bytes: Uint8Array, width: number): PackIndex | undefined {
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		if (bytes.length < names || view.getUint32(0) !== 0xff744f63 || view.getUint32(4) !== 2) return undefined;
		const count = view.getUint32(names - 4);
		return bytes.length < names + count * (width + 8) + 2 * width ? undefined : new PackIndex(bytes, width, count);
	}

	/** Where an object starts in the pack; undefined if it is not in it. */
	offsetOf(id: string): number | undefined {
		const at = this.#first(id);
		return at < this.#count && this.#id(at) === id ? this.#offset(at) : undefined;
	}

	/** The names of objects that start with some hexadecimal digits, of a few at most. */
	startingWith(prefix: string, most: number): string[] {
		const found: string[] = [];
		for (let at = this.#first(prefix); at < this.#count && found.length < most; at++) {
			const id = this.#id(at);
			if (!id.startsWith(prefix)) break;
			found.push(id);
		}
		return found;
	}

	/** The first object whose name is not before another. */
	#first(id: string): number {
		let [low, high] = [0, this.#count];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.#id(middle) < id) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	#id = (at: number) => hexOf(this.#bytes.subarray(names + at * this.#width, names + (at + 1) * this.#width));

	#offset(at: number): number | undefined {
		const small = names + this.#count * (this.#width + 4);
		const offset = this.#view.getUint32(small + at * 4);
		if (offset < 0x80000000) return offset;
		const large = small + this.#count * 4 + (offset - 0x80000000) * 8;
		return large + 8 > this.#bytes.length ? undefined : this.#view.getUint32(large) * 2 ** 32 + this.#view.getUint32(large + 4);
	}
}

/** Where the names begin: after the head, and the table by first bytes, whose last number is how many there are. */
const names = 8 + 256 * 4;
