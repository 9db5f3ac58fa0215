import type { Written } from '../../server/src/cli/channels/written';
import type { Environment, PathKind } from '../../server/src/cli/environment';
import { run } from '../../server/src/cli/run';
import { objects } from '../../server/src/node/objects';
import { type Http, inMemory, type Memory } from '../../server/src/published/http';
import { MemoryFileSystem } from '../../server/src/workspace/memory';
import { grammars } from '../support/grammars';

/** Files by absolute path; an error is a file that cannot be read. */
export type Files = Readonly<Record<string, string | Uint8Array | Error>>;

/** How a fake machine differs from one where all goes well. */
export interface Faults {
	readonly cwd?: string;
	/** Whether standard output is a terminal with colors. */
	readonly colors?: boolean;
	/** Where a path really is, where links lead elsewhere. */
	readonly links?: Readonly<Record<string, string>>;
	/** Files that cannot be written, and folders that cannot be listed, with the reason. */
	readonly refused?: Readonly<Record<string, string>>;
	readonly pages?: Readonly<Record<string, string>>;
	/** What the network answers; there is none where this is missing. */
	readonly http?: Http;
	readonly memory?: Memory;
	readonly token?: string;
}

/** What a command line did. */
export interface Ran {
	readonly status: number;
	readonly out: string;
	readonly err: string;
	readonly disk: Disk;
}

/** A disk in memory that remembers what was written. */
export class Disk extends MemoryFileSystem {
	readonly #all: Map<string, string | Uint8Array | Error>;
	readonly #refused: Readonly<Record<string, string>>;
	/** What was written or removed, in order. */
	readonly log: string[] = [];
	readonly executables = new Set<string>();

	constructor(files: Files, refused: Readonly<Record<string, string>> = {}) {
		super(files);
		this.#all = new Map(Object.entries(files));
		this.#refused = refused;
	}

	override set(path: string, content: string | Uint8Array | Error | undefined): void {
		super.set(path, content);
		if (content === undefined) this.#all.delete(path);
		else this.#all.set(path, content);
	}

	override async list(directory: string) {
		this.refuse(directory);
		return super.list(directory);
	}

	refuse(path: string): void {
		const why = this.#refused[path];
		if (why !== undefined) throw new Error(why);
	}

	kind(path: string): PathKind {
		if (this.#all.has(path)) return 'file';
		return path === '/' || [...this.#all.keys()].some(file => file.startsWith(`${path}/`)) ? 'folder' : 'missing';
	}

	/** The text of a file. */
	text(path: string): string | undefined {
		const content = this.#all.get(path);
		return content instanceof Uint8Array ? Buffer.from(content).toString('utf8') : content instanceof Error ? content.message : content;
	}
}

/** Runs a command line on a fake machine. */
export async function cli(line: string | readonly string[], files: Files | Disk, faults: Faults = {}): Promise<Ran> {
	const disk = files instanceof Disk ? files : new Disk(files, faults.refused);
	const cwd = faults.cwd ?? '/w';
	const written = { out: '', err: '' };
	const to =
		(stream: 'out' | 'err') =>
		({ text }: Pick<Written, 'text'>) => {
			written[stream] += text;
		};
	const real = (path: string) => {
		for (const [from, to] of Object.entries(faults.links ?? {})) if (path === from || path.startsWith(`${from}/`)) return to + path.slice(from.length);
		return path;
	};
	let clock = 0;
	const environment: Environment = {
		arguments: typeof line === 'string' ? line.split(' ').filter(part => part !== '') : line,
		tool: { name: 'packer-plugin-readiness', version: '0.1.0' },
		stdout: { colors: faults.colors ?? false, write: to('out') },
		stderr: { colors: false, write: to('err') },
		files: disk,
		writer: {
			kind: async path => disk.kind(path),
			real: async path => real(path),
			write: async (path, bytes, options) => {
				disk.refuse(path);
				disk.log.push(`write ${path}`);
				if (options?.executable) disk.executables.add(path);
				disk.set(path, bytes);
			},
			remove: async path => {
				disk.refuse(path);
				disk.log.push(`remove ${path}`);
				disk.set(path, undefined);
			},
		},
		objects: async () => objects,
		absolute: path => absolute(cwd, path),
		grammars,
		pages: async () => faults.pages ?? {},
		date: () => '2026-01-02T03:04:05.000Z',
		now: () => ++clock,
		running: () => ++clock,
		network: {
			http:
				faults.http ??
				(async () => {
					throw new Error('getaddrinfo ENOTFOUND api.github.com');
				}),
			memory: faults.memory ?? inMemory(),
			...(faults.token === undefined ? {} : { token: faults.token }),
		},
		serve: async () => to('out')({ text: 'served' }),
	};
	return { status: await run(environment), ...written, disk };
}

function absolute(cwd: string, path: string): string {
	const parts: string[] = [];
	for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '' && part !== '.') parts.push(part);
	}
	return `/${parts.join('/')}`;
}
