import { type GoFile, type GoFunction, type GoImport, type GoType, type GoValue, nodes } from '../../syntax/go/file';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { directoryOf } from '../plugin/module';
import { goFile } from './file';
import { goSourcesIn } from './sources';
import { partsOf } from './symbols';

/** Something declared in this module, and the file that declares it. */
export interface Declared<T> {
	readonly path: string;
	readonly value: T;
}

/** The files of a package by the names that they declare; methods by their receivers' types. */
interface Index {
	readonly types: Readonly<Record<string, readonly string[]>>;
	readonly functions: Readonly<Record<string, string>>;
	readonly methods: Readonly<Record<string, readonly string[]>>;
	readonly values: Readonly<Record<string, readonly string[]>>;
}

/** What the Go sources of a directory declare: of a function the first file that does. Equal after an edit to a body. */
const packageIndex: Fact<Index, string> = (read, dir) => {
	const functions = record<string>();
	const [types, methods, values] = [record<string[]>(), record<string[]>(), record<string[]>()];
	const add = (index: Record<string, string[]>, name: string, path: string) => {
		index[name] ??= [];
		if (index[name].at(-1) !== path) index[name].push(path);
	};
	for (const path of read(goSourcesIn, dir)) {
		const file = read(goFile, path);
		for (const { name } of file?.types ?? []) add(types, name, path);
		for (const { names } of file?.values ?? []) for (const name of names) add(values, name, path);
		for (const { name, receiver } of file?.functions ?? []) {
			if (receiver) add(methods, receiver.type, path);
			else functions[name] ??= path;
		}
	}
	return { types, functions, methods, values };
};

const record = <T>(): Record<string, T> => Object.create(null); // a type may be called constructor

/** The type of a name in a package of this module (`named(dir, name)`); undefined if no file declares it. */
export const typeNamed: Fact<Declared<GoType> | undefined, string> = (read, key) => {
	const { path: dir, decl: name } = partsOf(key);
	return declared(read, read(packageIndex, dir).types[name]?.[0], file => file.types.find(type => type.name === name));
};

/** The files of a package that declare a type of a name (`named(dir, name)`): several in code that does not build, or is built for several platforms. */
export const filesDeclaring: Fact<readonly string[], string> = (read, key) => {
	const { path: dir, decl: name } = partsOf(key);
	return read(packageIndex, dir).types[name] ?? [];
};

/** The function of a name in a package of this module; methods not counted. */
export const functionNamed: Fact<Declared<GoFunction> | undefined, string> = (read, key) => {
	const { path: dir, decl: name } = partsOf(key);
	return declared(read, read(packageIndex, dir).functions[name], file => file.functions.find(f => f.name === name && f.receiver === undefined));
};

/** The methods declared on a type in its package (`named(dir, type)`), those on its pointer included. */
export const methodsOf: Fact<ReadonlyArray<Declared<GoFunction>>, string> = (read, key) => {
	const { path: dir, decl: type } = partsOf(key);
	return (read(packageIndex, dir).methods[type] ?? []).flatMap(path =>
		(read(goFile, path)?.functions ?? []).filter(f => f.receiver?.type === type).map(value => ({ path, value })),
	);
};

/** The package variables and constants of a name (`named(dir, name)`): several where files for several platforms declare it. */
export const valuesNamed: Fact<ReadonlyArray<Declared<GoValue>>, string> = (read, key) => {
	const { path: dir, decl: name } = partsOf(key);
	return (read(packageIndex, dir).values[name] ?? []).flatMap(path =>
		(read(goFile, path)?.values ?? []).filter(value => value.names.includes(name)).map(value => ({ path, value })),
	);
};

/** The place of a function's name. */
export const functionName = ({ path, value }: Declared<GoFunction>): Place => at(path, nodes.function.name, value.decl);

/** Whether a package declares a name, as anything. */
export function declares(read: Read, dir: string, name: string): boolean {
	const { types, functions, values } = read(packageIndex, dir);
	return name in types || name in functions || name in values;
}

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
	const own = path === undefined ? undefined : read(packageClause, path);
	return own ?? suggestedName(importPath);
}

/** The name that an import path suggests for its package: the last element, without a version and `go-`. */
export function suggestedName(importPath: string): string {
	const last = importPath
		.replace(/\/v\d+$/, '')
		.split('/')
		.at(-1) as string;
	return last.replace(/^go-|\.v\d+$/g, '');
}

/** The paths of the packages that a Go file imports: equal after an edit to anything else. */
export const importPaths: Fact<readonly string[], string> = (read, path) => (read(goFile, path)?.imports ?? []).map(imported => imported.path);

/** The name in a Go file's package clause; undefined if it has none. */
export const packageClause: Fact<string | undefined, string> = (read, path) => read(goFile, path)?.package || undefined;

function declared<T>(read: Read, path: string | undefined, find: (file: GoFile) => T | undefined): Declared<T> | undefined {
	const file = path === undefined ? undefined : read(goFile, path);
	const value = file && find(file);
	return path === undefined || value === undefined ? undefined : { path, value };
}
