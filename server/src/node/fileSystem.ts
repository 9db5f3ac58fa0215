import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { platform } from 'node:process';
import type { DirectoryEntry, FileSystem } from '../workspace/fileSystem';

/**
 * The disk of this machine. Each call looks at one file or folder, without waiting: for the small files of a plugin that is several
 * times faster than a trip to the thread pool, and the caller pauses between them.
 */
export const disk: FileSystem = {
	foldsCase: platform === 'win32' || platform === 'darwin',

	async list(directory, root) {
		return explained(() =>
			readdirSync(directory, { withFileTypes: true }).flatMap((entry): DirectoryEntry[] => {
				const { name } = entry;
				if (entry.isFile()) return [{ name, kind: 'file' }];
				if (entry.isDirectory()) return [{ name, kind: 'directory' }];
				return entry.isSymbolicLink() ? linked(name, directory, root) : [barred(name, irregular)];
			}),
		);
	},

	async read(path, limit) {
		return explained(() => bytesOf(path, limit));
	},

	async plainText(path, limit) {
		return explained(() => {
			const text = bytesOf(path, limit).toString('utf8');
			return text.includes('\0') || text.includes('\ufffd') || text.startsWith('\ufeff') ? undefined : text;
		});
	},

	async part(path, start, length) {
		return explained(() => partOf(path, start, length));
	},

	async real(path) {
		return explained(() => real(path));
	},
};

const irregular = 'it is not a regular file';

/** The bytes of a regular file. Pipes and devices are not read, even if one replaces the file during the call. */
function bytesOf(path: string, limit: number): Buffer {
	refuse(statSync(path), limit);
	const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	try {
		const stat = fstatSync(descriptor);
		refuse(stat, limit);
		return readAll(descriptor, stat.size, limit);
	} finally {
		closeSync(descriptor);
	}
}

/** Some bytes of a regular file. */
function partOf(path: string, start: number, length: number): Buffer {
	refuse(statSync(path), Number.POSITIVE_INFINITY);
	const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	try {
		const stat = fstatSync(descriptor);
		refuse(stat, Number.POSITIVE_INFINITY);
		const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, stat.size - start)));
		let read = 0;
		for (let more = 1; more > 0 && read < bytes.length; read += more) more = readSync(descriptor, bytes, read, bytes.length - read, start + read);
		return bytes.subarray(0, read);
	} finally {
		closeSync(descriptor);
	}
}

/** The content of an open file, which may have grown or shrunk since its size was read. */
function readAll(descriptor: number, size: number, limit: number): Buffer {
	let bytes = Buffer.allocUnsafe(size + 1);
	for (let length = 0; ; ) {
		const read = readSync(descriptor, bytes, length, bytes.length - length, null);
		length += read;
		if (length > limit) throw tooLarge(length, limit);
		if (read === 0) return bytes.subarray(0, length);
		if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(bytes.length)]);
	}
}

function refuse(stat: { isFile(): boolean; isDirectory(): boolean; readonly size: number }, limit: number): void {
	if (!stat.isFile()) throw new Error(stat.isDirectory() ? 'it is a folder' : irregular);
	if (stat.size > limit) throw tooLarge(stat.size, limit);
}

const tooLarge = (size: number, limit: number) => new Error(`it has ${size} bytes, and the limit is ${limit}`);

const barred = (name: string, reason: string, directory = false): DirectoryEntry => ({ name, kind: 'barred', reason, directory });

/**
 * What a link leads to. A folder that the link lies in, and within a linked folder any other, is left out: its files are read where they are, and no
 * walk runs in circles.
 */
function linked(name: string, directory: string, root: string): DirectoryEntry[] {
	try {
		const target = real(`${directory}/${name}`);
		const stat = statSync(target);
		const base = real(root);
		if (target !== base && !isWithin(base, target, name)) return [barred(name, 'it is a symbolic link that leads out of the repository', stat.isDirectory())];
		if (stat.isFile()) return [{ name, kind: 'file', linked: true }];
		if (!stat.isDirectory()) return [barred(name, irregular)];
		const here = real(directory);
		const isLinked = here.slice(base.length) !== directory.slice(root.length);
		return isLinked || `${here}/`.startsWith(`${target}/`) ? [] : [{ name, kind: 'directory', linked: true }];
	} catch {
		return [barred(name, 'it is a broken symbolic link')];
	}
}

const real = (path: string) => forward(realpathSync(path));

/** Whether a link may lead to a place: below the root, and not to what git and other programs keep in hidden folders and files. */
function isWithin(root: string, target: string, name: string): boolean {
	if (!target.startsWith(root.endsWith('/') ? root : `${root}/`)) return false;
	const names = target
		.slice(root.length)
		.split('/')
		.filter(part => part !== '');
	const last = names.pop();
	const isPublic = (part: string) => !part.startsWith('.') || part === '.github';
	return names.every(isPublic) && (last === name || (last !== undefined && isPublic(last)));
}

/** A path of this machine with `/`. */
export const forward = (path: string): string => (platform === 'win32' ? path.replaceAll('\\', '/') : path);

const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file',
	EACCES: 'permission denied',
	EPERM: 'permission denied',
	EISDIR: 'it is a folder',
	ENOTDIR: 'it is not a folder',
	ELOOP: 'its symbolic links form a loop',
	ENAMETOOLONG: 'its path is too long',
	ENXIO: 'it is not a regular file',
	EMFILE: 'too many files are open',
	EROFS: 'the disk is read-only',
	ENOSPC: 'the disk is full',
};

/** The result of a call; its errors in words that a person can read. */
export function explained<T>(call: () => T): T {
	try {
		return call();
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		throw code === undefined ? error : new Error(reasonOf(error as NodeJS.ErrnoException), { cause: error });
	}
}

/** Why an operation on a file or a stream failed, for a person. */
export const reasonOf = ({ code = 'it failed', message }: NodeJS.ErrnoException): string => reasons[code] ?? (code === 'it failed' ? message : code);
