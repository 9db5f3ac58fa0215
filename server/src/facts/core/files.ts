import type { Fact, Read } from './database';
import { file, links, listing } from './inputs';

/** The text of a file; undefined where there is no such file, and where it could not be read (then `unreadable` names it). */
export const text: Fact<string | undefined, string> = (read, path) => {
	const state = read(file, path);
	return state !== undefined && 'text' in state ? state.text : undefined;
};

/** Whether there is such a file, readable or not. */
export const exists: Fact<boolean, string> = (read, path) => read(file, path) !== undefined;

/** Whether a file is reached through a link: what is there is read, and never changed. */
export const isLinked = (read: Read, path: string): boolean => read(links).some(link => path === link || path.startsWith(`${link}/`));

/** Whether there is such a directory. */
export const isDirectory: Fact<boolean, string> = (read, path) => read(listing, path) !== undefined;

/** The names of the files directly in a directory, sorted. */
export const filesIn: Fact<readonly string[], string> = (read, dir) =>
	(read(listing, dir) ?? []).filter(entry => entry.kind === 'file').map(entry => entry.name);

/** The paths of all files in a directory and below it, sorted within each directory; `''` is the whole plugin. */
export const filesUnder: Fact<readonly string[], string> = (read, dir) => {
	const prefix = dir === '' ? '' : `${dir}/`;
	return (read(listing, dir) ?? []).flatMap(({ name, kind }) => (kind === 'file' ? [prefix + name] : read(filesUnder, prefix + name)));
};

/** The files of the plugin that could not be read, with the reason. */
export const unreadable: Fact<readonly { readonly path: string; readonly reason: string }[]> = read =>
	read(filesUnder, '').flatMap(path => {
		const state = read(file, path);
		return state !== undefined && 'unreadable' in state ? [{ path, reason: state.unreadable }] : [];
	});
