import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
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
			readdirSync(directory, { withFileTypes: true }).map((entry): DirectoryEntry => {
				const kind = entry.isFile()
					? 'file'
					: entry.isDirectory()
						? 'directory'
						: entry.isSymbolicLink()
							? linked(`${directory}/${entry.name}`, root)
							: 'other';
				return { name: entry.name, kind };
			}),
		);
	},

	async read(path, limit) {
		return explained(() => {
			refuseLarger(path, limit);
			return readFileSync(path);
		});
	},

	// Decoded while it is read: half of the time that reading the bytes and decoding them takes.
	async plainText(path, limit) {
		return explained(() => {
			refuseLarger(path, limit);
			const text = readFileSync(path, 'utf8');
			return text.includes('\0') || text.includes('\ufffd') || text.startsWith('\ufeff') ? undefined : text;
		});
	},
};

function refuseLarger(path: string, limit: number): void {
	const { size } = statSync(path);
	if (size > limit) throw new Error(`it has ${size} bytes, and files of more than ${limit} are not read`);
}

/** What a link leads to: a file only within the root, never a directory, so that no walk leaves the root or runs in circles. */
function linked(path: string, root: string): DirectoryEntry['kind'] {
	try {
		const target = forward(realpathSync(path));
		const base = forward(realpathSync(root));
		return target.startsWith(`${base}/`) && !target.startsWith(`${base}/.git/`) && statSync(target).isFile() ? 'file' : 'other';
	} catch {
		return 'other'; // it leads nowhere, or in a circle
	}
}

/** A path of this machine with `/`. */
export const forward = (path: string): string => (platform === 'win32' ? path.replaceAll('\\', '/') : path);

const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file',
	EACCES: 'permission denied',
	EPERM: 'permission denied',
	EISDIR: 'it is a folder',
	ENOTDIR: 'it is no folder',
	ELOOP: 'its links lead in a circle',
	EMFILE: 'too many files are open',
	EROFS: 'the disk is read-only',
	ENOSPC: 'the disk is full',
};

/** What a call gives; its errors in words that a person can read. */
export function explained<T>(call: () => T): T {
	try {
		return call();
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		throw code === undefined ? error : new Error(reasons[code] ?? code, { cause: error });
	}
}
