/**
 * One entry of a directory. A link is what it leads to, where it may be followed; `barred` is what may not be read: a link that leads out of the root,
 * or nowhere, a pipe, a socket, a device.
 */
export type DirectoryEntry =
	| { readonly name: string; readonly kind: 'file' | 'directory'; readonly linked?: true }
	| { readonly name: string; readonly kind: 'barred'; readonly reason: string; readonly directory: boolean };

/**
 * The file system of a machine. Paths are absolute, with `/` (`C:/x` on Windows).
 * Only the composition root names a file system.
 */
export interface FileSystem {
	/** Whether `Main.go` and `main.go` are one file. */
	readonly foldsCase: boolean;
	/** What a directory holds, in no order. A link is followed where it leads to something within `root`. Rejects if it cannot be read. */
	list(directory: string, root: string): Promise<readonly DirectoryEntry[]>;
	/** The bytes of a regular file. Rejects, with a reason a person can read, if it is not a regular file, cannot be read, or has more than `limit` bytes. */
	read(path: string, limit: number): Promise<Uint8Array>;
	/** The text of a file that is nothing but UTF-8, without a mark, as most are; undefined if its bytes have to be looked at. Rejects as `read` does. */
	plainText?(path: string, limit: number): Promise<string | undefined>;
	/** Some bytes of a regular file from an offset on, fewer where it ends before; without it, files are read whole. Rejects as `read` does. */
	part?(path: string, start: number, length: number): Promise<Uint8Array>;
	/** Where a path really is, links resolved. Rejects if there is nothing. */
	real(path: string): Promise<string>;
}

/** The path below a root, or undefined if it is not below it. Compared at a separator: `/a/foo-bar` is not in `/a/foo`. */
export function relativeTo(root: string, path: string, foldsCase: boolean): string | undefined {
	const base = root.endsWith('/') ? root : `${root}/`;
	const head = path.slice(0, base.length);
	const same = head === base || (foldsCase && head.toLowerCase() === base.toLowerCase());
	return same ? path.slice(base.length) : undefined;
}

/** The directory above a path; undefined above the top (`/`, `C:/`). */
export function parentOf(path: string): string | undefined {
	const slash = path.lastIndexOf('/');
	if (slash === -1 || path === '/' || /^[A-Za-z]:\/?$/.test(path)) return undefined;
	const parent = path.slice(0, slash);
	return parent === '' ? '/' : /^[A-Za-z]:$/.test(parent) ? `${parent}/` : parent;
}

/** A path within a directory. */
export const joinBelow = (directory: string, name: string): string => (directory.endsWith('/') ? directory + name : `${directory}/${name}`);

/** A path as written in a file of a directory: absolute, or from there. `..` above the top stays at the top. */
export function resolveFrom(directory: string, path: string): string {
	const forward = path.replaceAll('\\', '/');
	if (/^(?:\/|[A-Za-z]:\/)/.test(forward)) return forward;
	let out = directory;
	for (const part of forward.split('/')) out = part === '..' ? (parentOf(out) ?? out) : part === '.' || part === '' ? out : joinBelow(out, part);
	return out;
}

/** How many folders deep a path is, counting itself. */
export const depthOf = (path: string): number => path.split('/').length;
