import type { FileSystem } from '../fileSystem';
import { applyDelta } from './delta';
import { hexOf } from './hex';
import { type Codec, type GitObject, largestObject, type ObjectType, UnreadObject } from './object';
import type { PackIndex } from './packIndex';

const types: Readonly<Record<number, ObjectType>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' };

/** How many deltas may lie on each other: git itself makes no more. */
const deepest = 4095;

/** How much of a pack is read at a time, in bytes. */
const stretch = 64 * 1024;

/** What one entry of a pack is: an object, or a delta to another one. */
type Entry = { readonly type: ObjectType; readonly bytes: Uint8Array } | { readonly base: number | string; readonly bytes: Uint8Array };

/** One of git's packs. */
export class Pack {
	readonly index: PackIndex;
	readonly #fs: FileSystem;
	readonly #path: string;
	readonly #width: number;
	readonly #codec: Codec;
	readonly #spend: (bytes: number) => boolean;
	/** The stretch that was read last: objects that are needed together lie together. */
	#near: { readonly start: number; readonly bytes: Uint8Array } = { start: 0, bytes: new Uint8Array() };

	/** `spend` counts what is unpacked, and says whether more may be. */
	constructor(fs: FileSystem, path: string, index: PackIndex, width: number, codec: Codec, spend: (bytes: number) => boolean) {
		this.#fs = fs;
		this.#path = path;
		this.index = index;
		this.#width = width;
		this.#codec = codec;
		this.#spend = spend;
	}

	/** The object at an offset. `other` reads one that is not in this pack. */
	async object(id: string, offset: number, other: (id: string) => Promise<GitObject>): Promise<GitObject> {
		const deltas: Uint8Array[] = [];
		let at = offset;
		for (;;) {
			const entry = await this.#entry(id, at);
			if ('type' in entry) return this.#applied(id, entry, deltas);
			deltas.push(entry.bytes);
			if (deltas.length > deepest) throw new UnreadObject('damaged', id);
			const base = typeof entry.base === 'number' ? entry.base : this.index.offsetOf(entry.base);
			if (base === undefined) return this.#applied(id, await other(entry.base as string), deltas);
			at = base;
		}
	}

	/** An object with deltas applied, the last one first. */
	#applied(id: string, { type, bytes }: GitObject, deltas: readonly Uint8Array[]): GitObject {
		let made = bytes;
		for (const delta of deltas.toReversed()) {
			const next = applyDelta(made, delta, size => size <= largestObject && this.#spend(size));
			if (typeof next === 'string') throw new UnreadObject(next, id);
			made = next;
		}
		return { type, bytes: made };
	}

	async #entry(id: string, offset: number): Promise<Entry> {
		const damaged = () => new UnreadObject('damaged', id);
		const head = await this.#bytes(offset, 32 + this.#width);
		let at = 0;
		const next = () => {
			const byte = head[at++];
			if (byte === undefined) throw damaged();
			return byte;
		};
		let byte = next();
		const kind = (byte >> 4) & 7;
		let size = byte & 15;
		for (let factor = 16; (byte & 0x80) !== 0; factor *= 128) {
			byte = next();
			size += (byte & 0x7f) * factor;
			if (size > largestObject) throw new UnreadObject('large', id);
		}
		let base: number | string | undefined;
		if (kind === 6) {
			byte = next();
			let back = byte & 0x7f;
			while ((byte & 0x80) !== 0) {
				byte = next();
				back = (back + 1) * 128 + (byte & 0x7f);
				if (back > offset) throw damaged();
			}
			if (back === 0 || back > offset) throw damaged();
			base = offset - back;
		} else if (kind === 7) {
			base = hexOf(head.subarray(at, at + this.#width));
			at += this.#width;
		}
		const bytes = await this.#unpacked(id, offset + at, size);
		if (base !== undefined) return { base, bytes };
		const type = types[kind];
		if (type === undefined) throw damaged();
		return { type, bytes };
	}

	/** What a stream at an offset holds, which must be so many bytes. What zlib makes of bytes that cannot be compressed is little more than them. */
	async #unpacked(id: string, offset: number, size: number): Promise<Uint8Array> {
		if (!this.#spend(size)) throw new UnreadObject('large', id);
		const packed = await this.#bytes(offset, size + (size >> 8) + 1024);
		const bytes = this.#codec.inflate(packed, Math.max(1, size));
		if (typeof bytes === 'string' || bytes.length !== size) throw new UnreadObject('damaged', id);
		return bytes;
	}

	async #bytes(start: number, length: number): Promise<Uint8Array> {
		const from = start - this.#near.start;
		if (from >= 0 && from + length <= this.#near.bytes.length) return this.#near.bytes.subarray(from, from + length);
		const wanted = Math.max(length, stretch);
		const bytes = this.#fs.part
			? await this.#fs.part(this.#path, start, wanted)
			: (await this.#fs.read(this.#path, Number.MAX_SAFE_INTEGER)).subarray(start, start + wanted);
		this.#near = { start, bytes };
		return bytes.subarray(0, length);
	}
}
