import { type FileSystem, joinBelow } from '../fileSystem';
import { type FoundGit, gitText, isWithin } from '../gitDirectory';
import { type Codec, type GitObject, idOf, largestObject, mostUnpacked, type ObjectType, UnreadObject } from './object';
import { Pack } from './pack';
import { PackIndex } from './packIndex';

/** The largest index of a pack that is read, in bytes: of one with seven million objects. */
const largestIndex = 256 * 1024 * 1024;

/** How many packs of a repository are looked into. */
const mostPacks = 1000;

/** How many objects are kept at once, and how large they may be: commits and trees, which are asked for again. */
const kept = { objects: 4096, bytes: 64 * 1024 };

/** The objects of a repository, read from its own files: loose ones and packs. Other repositories that it names (alternates) are not looked into. */
export class ObjectStore {
	readonly algorithm: 'sha1' | 'sha256';
	readonly codec: Codec;
	readonly #fs: FileSystem;
	readonly #common: string;
	readonly #folder: string;
	readonly #kept = new Map<string, GitObject>();
	#packs: Promise<readonly Pack[]> | undefined;
	#left = mostUnpacked;

	private constructor(fs: FileSystem, common: string, algorithm: 'sha1' | 'sha256', codec: Codec) {
		this.#fs = fs;
		this.#common = common;
		this.#folder = joinBelow(common, 'objects');
		this.algorithm = algorithm;
		this.codec = codec;
	}

	/** The objects of a repository. */
	static async of(fs: FileSystem, { common }: FoundGit, codec: Codec): Promise<ObjectStore> {
		const config = (await gitText(fs, common, 'config')) ?? '';
		return new ObjectStore(fs, common, /^[ \t]*objectformat[ \t]*=[ \t]*sha256/im.test(config) ? 'sha256' : 'sha1', codec);
	}

	/** An object by its whole name. Rejects with an `UnreadObject` if it cannot be read. */
	async read(id: string): Promise<GitObject> {
		const known = this.#kept.get(id);
		if (known !== undefined) return known;
		const object = await this.#find(id, 0);
		if (idOf(this.codec, this.algorithm, object) !== id) throw new UnreadObject('damaged', id);
		if (object.bytes.length <= kept.bytes && this.#kept.size < kept.objects) this.#kept.set(id, object);
		return object;
	}

	/** Whether there is an object, readable or not. */
	async has(id: string): Promise<boolean> {
		return (await this.startingWith(id)).length > 0;
	}

	/** The bytes of an object of a kind. */
	async bytes(id: string, type: ObjectType): Promise<Uint8Array> {
		const object = await this.read(id);
		if (object.type !== type) throw new UnreadObject('damaged', id);
		return object.bytes;
	}

	/** The whole names that start with some hexadecimal digits: no more than two, as then the digits name nothing. */
	async startingWith(prefix: string): Promise<readonly string[]> {
		const head = prefix.slice(0, 2);
		const loose = (await this.#isOurs(head)) ? await this.#fs.list(joinBelow(this.#folder, head), this.#folder).catch(() => []) : [];
		const found = new Set(loose.map(({ name }) => head + name).filter(id => /^[0-9a-f]+$/.test(id) && id.length === 2 * this.#width && id.startsWith(prefix)));
		for (const pack of await this.#allPacks()) for (const id of pack.index.startingWith(prefix, 2)) found.add(id);
		return [...found].slice(0, 2);
	}

	/** Whether the repository names another one that holds objects of it. */
	async hasAlternates(): Promise<boolean> {
		return ((await gitText(this.#fs, this.#common, 'objects/info/alternates')) ?? '').trim() !== '';
	}

	get #width(): number {
		return this.algorithm === 'sha1' ? 20 : 32;
	}

	/** `depth` counts how often one pack has led to another. */
	async #find(id: string, depth: number): Promise<GitObject> {
		for (const pack of await this.#allPacks()) {
			const offset = pack.index.offsetOf(id);
			if (offset === undefined) continue;
			if (depth > 8) throw new UnreadObject('damaged', id);
			return pack.object(id, offset, other => this.#find(other, depth + 1));
		}
		return this.#loose(id);
	}

	async #loose(id: string): Promise<GitObject> {
		const path = `${id.slice(0, 2)}/${id.slice(2)}`;
		if (!(await this.#isOurs(path))) throw new UnreadObject('missing', id);
		const packed = await this.#fs.read(joinBelow(this.#folder, path), 2 * largestObject).catch(() => undefined);
		if (packed === undefined) throw new UnreadObject('missing', id);
		const all = this.codec.inflate(packed, largestObject + 64);
		if (typeof all === 'string') throw new UnreadObject(all, id);
		const [head, type, size] = /^(commit|tree|blob|tag) (\d{1,9})\0/.exec(new TextDecoder('latin1').decode(all.subarray(0, 32))) ?? [];
		if (head === undefined || all.length - head.length !== Number(size)) throw new UnreadObject('damaged', id);
		if (!this.#spend(all.length)) throw new UnreadObject('large', id);
		return { type: type as ObjectType, bytes: all.subarray(head.length) };
	}

	#allPacks(): Promise<readonly Pack[]> {
		this.#packs ??= this.#openPacks();
		return this.#packs;
	}

	async #openPacks(): Promise<readonly Pack[]> {
		if (!(await this.#isOurs('pack'))) return [];
		const folder = joinBelow(this.#folder, 'pack');
		const entries = await this.#fs.list(folder, this.#folder).catch(() => []);
		const packs: Pack[] = [];
		for (const { name, kind } of entries) {
			const stem = /^(pack-[0-9a-f]+)\.idx$/.exec(name)?.[1];
			if (stem === undefined || kind !== 'file' || packs.length === mostPacks) continue;
			if (!(await this.#isOurs(`pack/${name}`)) || !(await this.#isOurs(`pack/${stem}.pack`))) continue;
			const bytes = await this.#fs.read(joinBelow(folder, name), largestIndex).catch(() => new Uint8Array());
			const index = PackIndex.of(bytes, this.#width);
			if (index !== undefined) packs.push(new Pack(this.#fs, joinBelow(folder, `${stem}.pack`), index, this.#width, this.codec, this.#spend));
		}
		return packs;
	}

	#spend = (bytes: number) => {
		this.#left -= bytes;
		return this.#left >= 0;
	};

	/** Whether something below `objects` lies in the git directory: what a link leads to elsewhere is not read. */
	#isOurs = (path: string) => isWithin(this.#fs, this.#common, `objects/${path}`);
}
