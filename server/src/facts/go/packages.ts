import type { GoFile, GoFunction, GoImport, GoType } from '../../syntax/go/file';
import type { Fact, Read } from '../core/database';
import { directoryOf } from '../plugin/module';
import { mayDeclare } from './declared';
import { goFile, goSourcesIn, packageClause } from './go';

/** A type of this module, and the file that declares it. */
export interface Declared<T> {
	readonly path: string;
	readonly value: T;
}

/** The key of a name in a package: its directory and the name. */
export const named = (dir: string, name: string): string => `${dir}\0${name}`;

const parts = (key: string): [dir: string, name: string] => key.split('\0', 2) as [string, string];

/** The type of a name in a package of this module (`named(dir, name)`); undefined where no file declares it. */
export const typeNamed: Fact<Declared<GoType> | undefined, string> = (read, key) =>
	first(read, key, 'type', (file, name) => file.types.find(type => type.name === name));

/** The function of a name in a package of this module; methods not counted. */
export const functionNamed: Fact<Declared<GoFunction> | undefined, string> = (read, key) =>
	first(read, key, 'function', (file, name) => file.functions.find(f => f.name === name && f.receiver === undefined));

/** The methods declared on a type in its package (`named(dir, type)`), those on its pointer included. */
export const methodsOf: Fact<readonly Declared<GoFunction>[], string> = (read, key) => {
	const [dir, name] = parts(key);
	return mayDeclare(read, dir, 'method', name).flatMap(path =>
		(read(goFile, path)?.functions ?? []).filter(f => f.receiver?.type === name).map(value => ({ path, value })),
	);
};

/** Where the package that a file calls by a name is: its import path, and its directory where it is of this module. */
export function importedAs(
	read: Read,
	file: { readonly imports: readonly Pick<GoImport, 'path' | 'name'>[] },
	qualifier: string,
): { path: string; dir: string | undefined } | undefined {
	const found =
		file.imports.find(({ name, path }) => (name ?? importName(read, path)) === qualifier) ??
		file.imports.find(({ name, path }) => name === undefined && path.endsWith(`/${qualifier}`));
	return found && { path: found.path, dir: read(directoryOf, found.path) };
}

/** The name of a package: as its files say where it is of this module, else what its import path suggests. */
export function importName(read: Read, importPath: string): string {
	const dir = read(directoryOf, importPath);
	const path = dir === undefined ? undefined : read(goSourcesIn, dir)[0];
	const declared = path === undefined ? undefined : read(packageClause, path);
	const last = importPath
		.replace(/\/v\d+$/, '')
		.split('/')
		.at(-1) as string;
	return declared ?? last.replace(/^go-|\.v\d+$/g, '');
}

function first<T>(read: Read, key: string, kind: 'type' | 'function', find: (file: GoFile, name: string) => T | undefined): Declared<T> | undefined {
	const [dir, name] = parts(key);
	for (const path of mayDeclare(read, dir, kind, name)) {
		const file = read(goFile, path);
		const value = file && find(file, name);
		if (value !== undefined) return { path, value };
	}
	return undefined;
}
