/** The directory of a path, `''` for one at the root. */
export const dirname = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The last part of a path. */
export const basename = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Parts joined with `/`; empty ones left out, `.` and `..` resolved. A path that would leave the root gives undefined. */
export function join(...parts: readonly string[]): string | undefined {
	const out: string[] = [];
	for (const part of parts.join('/').split('/')) {
		if (part === '..') {
			if (out.pop() === undefined) return undefined;
		} else if (part !== '' && part !== '.') out.push(part);
	}
	return out.join('/');
}

/** Whether a path is a directory or below it; compared at a separator, so `a/bc` is not in `a/b`. */
export const isInDirectory = (path: string, dir: string): boolean => dir === '' || path === dir || path.startsWith(`${dir}/`);
