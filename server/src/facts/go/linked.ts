import type { Fact } from '../core/database';
import { entry } from '../plugin/entry';
import { directoryOf } from '../plugin/module';
import { importPaths } from './packages';
import { goSourcesIn } from './sources';

/** The directories of the module's packages that are part of the plugin's binary: that of its package main, and all that it imports, directly or not. */
export const linkedDirectories: Fact<readonly string[]> = read => {
	const main = read(entry);
	const found = new Set(main === undefined ? [] : [main.dir]);
	for (const dir of found) for (const imported of read(importedBy, dir)) found.add(imported);
	return [...found].sort();
};

/** The directories of the module's packages that the package of a directory imports. */
export const importedBy: Fact<readonly string[], string> = (read, dir) => [
	...new Set(read(goSourcesIn, dir).flatMap(path => read(importPaths, path).flatMap(imported => read(directoryOf, imported) ?? []))),
];
