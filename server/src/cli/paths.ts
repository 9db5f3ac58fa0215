import { joinBelow, relativeTo } from '../workspace/fileSystem';
import type { Opened } from './open';

/** The path of a plugin's file relative to the current folder; for a plugin elsewhere, below the folder as given. */
export function shownPath(cwd: string, { folder, root }: Opened, path: string): string {
	const below = folder.root === cwd ? '' : relativeTo(cwd, folder.root, false);
	if (below === undefined) return joinBelow(root, path);
	return below === '' ? path : joinBelow(below, path);
}

/** A path as a relative or absolute reference of a URI, percent-encoded. */
export const encodedPath = (path: string): string =>
	path
		.split('/')
		.map(part => encodeURIComponent(part).replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`))
		.join('/');

/** The `file:` URI of a folder, with a slash at its end. */
export const folderUri = (folder: string): string => {
	const path = folder.endsWith('/') ? folder : `${folder}/`;
	const [, drive, rest] = /^([A-Za-z]:)(\/.*)$/.exec(path) ?? [];
	if (drive !== undefined && rest !== undefined) return `file:///${drive}${encodedPath(rest)}`;
	return path.startsWith('//') ? `file:${encodedPath(path)}` : `file://${encodedPath(path)}`;
};
