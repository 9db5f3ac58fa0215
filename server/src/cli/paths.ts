import { within } from '../workspace/fileSystem';
import type { PluginReport } from './model';

/** A file of a plugin as one would name it where the command was run. */
export const shownPath = ({ root }: Pick<PluginReport, 'root'>, path: string): string => (root === '.' ? path : within(root, path));

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
