import type { Place } from '../../text/place';
import { at } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { goFile } from '../go/file';
import { importPaths } from '../go/packages';
import { goSources } from '../go/sources';
import { coreModules } from './module';

/** An import of one of Packer's own packages. */
export interface CoreImport {
	readonly importPath: string;
	/** The path below Packer's module, `helper/config`. */
	readonly name: string;
	/** The path in quotes. */
	readonly place: Place;
}

/** The imports of Packer's own packages in what is built into the plugin. */
export const coreImports: Fact<readonly CoreImport[]> = read =>
	read(goSources).flatMap(path => (read(importPaths, path).some(imported => coreOf(imported) !== undefined) ? inFile(read, path) : []));

const inFile = (read: Read, path: string): CoreImport[] =>
	(read(goFile, path)?.imports ?? []).flatMap(i => {
		const module = coreOf(i.path);
		return module === undefined ? [] : [{ importPath: i.path, name: i.path.slice(module.length + 1), place: at(path, i.pathNode) }];
	});

const coreOf = (importPath: string) => coreModules.find(core => importPath.startsWith(`${core}/`));
