import { joinBelow, parentOf, relativeTo } from '../../../workspace/fileSystem';
import type { Checked, Run } from '../../checked';
import { encodedPath } from '../../paths';

/** The folder that all places are relative to: the current folder, else the plugin, else the folder that contains all plugins. */
export function baseOf({ checked, cwd }: Run): string {
	const folders = checked.map(c => c.folder);
	if (folders.every(folder => isIn(cwd, folder))) return cwd;
	let base = folders[0] ?? cwd;
	while (!folders.every(folder => isIn(base, folder))) base = parentOf(base) ?? '/';
	return base;
}

/** The location of a plugin's file, relative to the base. */
export const location = ({ folder }: Checked, base: string, path: string) => ({
	uri: encodedPath(relativeTo(base, joinBelow(folder, path), false) ?? path),
	uriBaseId: 'SRCROOT',
});

const isIn = (base: string, folder: string) => folder === base || base === '/' || relativeTo(base, folder, false) !== undefined;
