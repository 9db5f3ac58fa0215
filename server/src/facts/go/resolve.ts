import type { Expr, X } from '../../syntax/go/body/body';
import type { NameType } from '../../syntax/go/type';
import type { Fact, Read } from '../core/database';
import { dirname } from '../core/paths';
import { directoryOf } from '../plugin/module';
import type { Scope } from './body';
import { goFile } from './file';
import { importName } from './packages';

/**
 * What a name or `package.Name` denotes: a local of the function, or a name of a package: by its import path, and its directory where it is of this
 * module. A name that no import and no local explains is the own package's, or predeclared: `declares` tells.
 */
export type Denoted =
	| { readonly kind: 'local'; readonly local: number }
	| { readonly kind: 'package'; readonly path: string | undefined; readonly dir: string | undefined; readonly name: string };

/** The expression of an index. */
export const exprAt = ({ body }: Scope, x: X): Expr => body.exprs[x] as Expr;

/** What an expression denotes; undefined if it is not a name, or selects from something other than a package. */
export function denoted(read: Read, scope: Scope, x: X): Denoted | undefined {
	const expr = exprAt(scope, x);
	if (expr.op === 'ref') {
		if (expr.to !== undefined) return { kind: 'local', local: expr.to };
		return { kind: 'package', path: undefined, dir: dirname(scope.path), name: expr.name };
	}
	const of = expr.op === 'select' ? exprAt(scope, expr.of) : undefined;
	if (expr.op !== 'select' || of?.op !== 'ref' || of.to !== undefined) return undefined;
	return inPackage(read, scope.path, of.name, expr.name);
}

/** What a type's name denotes in a file. */
export function denotedType(read: Read, path: string, { qualifier, name, local }: NameType): Denoted | undefined {
	if (local !== undefined) return { kind: 'local', local };
	return qualifier === undefined ? { kind: 'package', path: undefined, dir: dirname(path), name } : inPackage(read, path, qualifier, name);
}

/** The packages that a file imports, by the names that they have there: asked for every `a.b` of the file. */
const importTable: Fact<Readonly<Record<string, { readonly path: string; readonly dir: string | undefined }>>, string> = (read, path) => {
	const table: Record<string, { path: string; dir: string | undefined }> = Object.create(null); // a package may be called constructor
	const imports = read(goFile, path)?.imports ?? [];
	const add = (name: string, path: string) => {
		table[name] ??= { path, dir: read(directoryOf, path) };
	};
	for (const { name, path } of imports) add(name ?? importName(read, path), path);
	// The last element of a path is the likeliest name of a package that is not what its path suggests.
	for (const { name, path } of imports) if (name === undefined) add(path.slice(path.lastIndexOf('/') + 1), path);
	return table;
};

function inPackage(read: Read, path: string, qualifier: string, name: string): Denoted | undefined {
	const imported = read(importTable, path)[qualifier];
	return imported && { kind: 'package', path: imported.path, dir: imported.dir, name };
}

/** The string that names a symbol in an index: `importPath.Name`, or `dir\0Name` in a package of this module. */
export const symbolName = (denoted: Denoted & { kind: 'package' }): string =>
	denoted.dir !== undefined ? `${denoted.dir}\0${denoted.name}` : `${denoted.path}.${denoted.name}`;

/** The name by which calls of a method or function are found whatever it is selected from: `.RegisterBuilder`. */
export const selected = (name: string): string => `.${name}`;
