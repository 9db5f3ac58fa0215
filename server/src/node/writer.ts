import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { explained, forward } from './fileSystem';

/** The kind of a path, with symbolic links resolved. */
export function kindAt(path: string): 'file' | 'folder' | 'missing' {
	return explained(() => {
		const stat = statSync(path, { throwIfNoEntry: false });
		return stat === undefined ? 'missing' : stat.isDirectory() ? 'folder' : 'file';
	});
}

/** Where a path really is, every link resolved; of what does not exist yet, the folder that does. */
export function realPath(path: string): string {
	try {
		return forward(realpathSync(path));
	} catch (error) {
		const parent = dirname(path);
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === path)
			return explained(() => {
				throw error;
			});
		return forward(join(realPath(parent), basename(path)));
	}
}

/**
 * Writes a whole file or none of it: into a file beside it, which then takes its place, with the mode that the old one had.
 * A device or a pipe is written to directly.
 */
export function writeWhole(
	path: string,
	bytes: Uint8Array,
	{ executable = false, folders = false }: { readonly executable?: boolean; readonly folders?: boolean } = {},
): void {
	explained(() => {
		const old = statSync(path, { throwIfNoEntry: false });
		if (old !== undefined && !old.isFile()) return writeFileSync(path, bytes);
		const target = old === undefined ? path : realpathSync(path);
		if (folders) mkdirSync(dirname(target), { recursive: true });
		const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
		try {
			writeFileSync(temporary, bytes, { flag: 'wx', flush: true });
			if (old !== undefined) chmodSync(temporary, old.mode & 0o7777);
			else if (executable) chmodSync(temporary, statSync(temporary).mode | 0o111);
			renameSync(temporary, target);
		} catch (error) {
			rmSync(temporary, { force: true });
			throw error;
		}
	});
}

/** Deletes a file. */
export const removeFile = (path: string): void => explained(() => unlinkSync(path));
