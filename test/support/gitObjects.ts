import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

type Type = 'commit' | 'tree' | 'blob' | 'tag';

/** One entry of a pack that is made: an object, or a delta to an entry before it or to an object by its name. */
export type PackEntry =
	| { readonly id: string; readonly type: Type; readonly bytes: Uint8Array; readonly size?: number; readonly packed?: Uint8Array }
	| { readonly id: string; readonly base: number | string; readonly bytes: Uint8Array; readonly back?: number };

/** Files with their texts, folders being folders. */
export interface Folder {
	readonly [name: string]: string | Uint8Array | Folder | { readonly mode: string; readonly text: string };
}

/** A repository as git keeps it, made without git: files below `.git`, by their paths. */
export class MadeRepository {
	readonly files: Record<string, string | Uint8Array> = { config: '[core]\n\trepositoryformatversion = 0\n', HEAD: 'ref: refs/heads/main\n' };
	readonly objects = new Map<string, { readonly type: Type; readonly bytes: Buffer }>();
	readonly #algorithm: 'sha1' | 'sha256';
	#time = 1_700_000_000;

	constructor(algorithm: 'sha1' | 'sha256' = 'sha1') {
		this.#algorithm = algorithm;
		if (algorithm === 'sha256') this.files.config = '[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n';
	}

	/** Writes a loose object, and returns its name. */
	object(type: Type, content: string | Uint8Array): string {
		const bytes = Buffer.from(content as string);
		const whole = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]);
		const id = createHash(this.#algorithm).update(whole).digest('hex');
		this.objects.set(id, { type, bytes });
		this.files[loose(id)] = deflateSync(whole);
		return id;
	}

	tree(folder: Folder): string {
		const entries = Object.entries(folder).map(([name, what]) => {
			if (typeof what === 'string' || what instanceof Uint8Array) return { name, mode: '100644', id: this.object('blob', what), key: name };
			if (typeof what.mode === 'string' && typeof what.text === 'string') return { name, mode: what.mode, id: this.object('blob', what.text), key: name };
			return { name, mode: '40000', id: this.tree(what as Folder), key: `${name}/` };
		});
		entries.sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
		return this.object('tree', Buffer.concat(entries.flatMap(({ name, mode, id }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')])));
	}

	/** A commit a minute after the last one. */
	commit(folder: Folder | string, parents: readonly string[] = []): string {
		this.#time += 60;
		const tree = typeof folder === 'string' ? folder : this.tree(folder);
		const who = `A <a@example.com> ${this.#time} +0000`;
		return this.object(
			'commit',
			`tree ${tree}\n${parents.map(id => `parent ${id}\n`).join('')}author ${who}\ncommitter ${who}\n\ntext\n\nparent ${'0'.repeat(40)}\n`,
		);
	}

	/** Sets a branch, or another ref. */
	ref(name: string, id: string): void {
		this.files[name.startsWith('refs/') || name === 'HEAD' ? name : `refs/heads/${name}`] = `${id}\n`;
	}

	/** Takes objects into a pack, in entries that are made of them; without entries all objects as they are. */
	pack(entries: readonly PackEntry[] = [...this.objects].map(([id, object]) => ({ id, ...object })), name = 'a'.repeat(40)): void {
		const { pack, index } = packOf(entries, this.#algorithm === 'sha1' ? 20 : 32);
		this.files[`objects/pack/pack-${name}.pack`] = pack;
		this.files[`objects/pack/pack-${name}.idx`] = index;
		for (const { id } of entries) delete this.files[loose(id)];
	}

	/** The files below a folder that has the `.git` folder in it. */
	below(folder: string): Record<string, string | Uint8Array> {
		return Object.fromEntries(Object.entries(this.files).map(([path, content]) => [`${folder}/.git/${path}`, content]));
	}
}

const loose = (id: string) => `objects/${id.slice(0, 2)}/${id.slice(2)}`;

const kinds = { commit: 1, tree: 2, blob: 3, tag: 4 } as const;

/** A pack and its index (gitformat-pack). Checksums are left out: they are not read. */
function packOf(entries: readonly PackEntry[], width: number): { readonly pack: Buffer; readonly index: Buffer } {
	const parts: Buffer[] = [Buffer.from('PACK'), word(2), word(entries.length)];
	const offsets: number[] = [];
	let at = 12;
	for (const entry of entries) {
		offsets.push(at);
		const isDelta = 'base' in entry;
		const kind = !isDelta ? kinds[entry.type] : typeof entry.base === 'number' ? 6 : 7;
		const size = (isDelta ? undefined : entry.size) ?? entry.bytes.length;
		const base = !isDelta ? [] : typeof entry.base === 'number' ? [back(entry.back ?? at - (offsets[entry.base] as number))] : [Buffer.from(entry.base, 'hex')];
		const written = Buffer.concat([head(kind, size), ...base, (isDelta ? undefined : entry.packed) ?? deflateSync(entry.bytes)]);
		parts.push(written);
		at += written.length;
	}
	const sorted = entries.map(({ id }, i) => ({ id, offset: offsets[i] as number })).sort((a, b) => (a.id < b.id ? -1 : 1));
	const fanout = Array.from({ length: 256 }, (_, byte) => word(sorted.filter(({ id }) => Number.parseInt(id.slice(0, 2), 16) <= byte).length));
	const index = Buffer.concat([
		Buffer.from([0xff, 0x74, 0x4f, 0x63]),
		word(2),
		...fanout,
		...sorted.map(({ id }) => Buffer.from(id, 'hex')),
		...sorted.map(() => word(0)),
		...sorted.map(({ offset }) => word(offset)),
		Buffer.alloc(2 * width),
	]);
	return { pack: Buffer.concat([...parts, Buffer.alloc(width)]), index };
}

function head(kind: number, size: number): Buffer {
	const bytes = [(kind << 4) | (size % 16)];
	for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
		bytes[bytes.length - 1] = (bytes.at(-1) as number) | 0x80;
		bytes.push(rest % 128);
	}
	return Buffer.from(bytes);
}

/** A distance as git packs it: seven bits a byte, the last without the high bit, each before it counting one more. */
function back(distance: number): Buffer {
	const bytes = [distance & 0x7f];
	for (let rest = distance >> 7; rest > 0; rest >>= 7) bytes.unshift(0x80 | (--rest & 0x7f));
	return Buffer.from(bytes);
}

function word(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}

/** A size as a delta has it. */
export function deltaSize(size: number): Buffer {
	const bytes = [size % 128];
	for (let rest = Math.floor(size / 128); rest > 0; rest = Math.floor(rest / 128)) {
		bytes[bytes.length - 1] = (bytes.at(-1) as number) | 0x80;
		bytes.push(rest % 128);
	}
	return Buffer.from(bytes);
}

/** A copy of a stretch of the base, as a delta has it. */
export function deltaCopy(start: number, length: number): Buffer {
	const bytes = [0, 1, 2, 3].map(i => Math.floor(start / 256 ** i) % 256).concat([0, 1, 2].map(i => Math.floor(length / 256 ** i) % 256));
	const flags = bytes.reduce((all, byte, i) => (byte === 0 ? all : all | (1 << i)), 0x80);
	return Buffer.from([flags, ...bytes.filter(byte => byte !== 0)]);
}

/** A delta that makes one text of another: what they begin and end with is copied, the rest inserted. */
export function deltaOf(base: Uint8Array, target: Uint8Array): Buffer {
	let start = 0;
	while (start < base.length && start < target.length && base[start] === target[start]) start++;
	let end = 0;
	while (end < base.length - start && end < target.length - start && base.at(-1 - end) === target.at(-1 - end)) end++;
	const parts = [deltaSize(base.length), deltaSize(target.length)];
	const copy = (from: number, length: number) => {
		for (let done = 0; done < length; done += 0xffffff) parts.push(deltaCopy(from + done, Math.min(0xffffff, length - done)));
	};
	copy(0, start);
	for (let at = start; at < target.length - end; at += 127) {
		const piece = target.subarray(at, Math.min(at + 127, target.length - end));
		parts.push(Buffer.from([piece.length]), Buffer.from(piece));
	}
	copy(base.length - end, end);
	return Buffer.concat(parts);
}
