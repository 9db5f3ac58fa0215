import type { Read } from '../../facts/core/database';
import { filesIn, isDirectory, text } from '../../facts/core/files';
import { constrained } from '../../facts/go/condition';
import { goFile } from '../../facts/go/file';
import { filesDeclaring, importedAs, suggestedName } from '../../facts/go/packages';
import { goSourcesIn } from '../../facts/go/sources';
import { named } from '../../facts/go/symbols';
import { directoryOf, sdkModule } from '../../facts/plugin/module';
import type { GoField, GoFile, GoType } from '../../syntax/go/file';
import { sdkType } from '../sdk/table';
import { usedSdk } from '../version';
import { elsewhere } from './elsewhere';
import { isStandard, standardType } from './standard';

/** A field declaration of a struct; `names` is empty for an embedded one. Read the type's qualifiers with `Declaration.importOf`. */
export type FieldDeclaration = Pick<GoField, 'names' | 'type' | 'tag'>;

/** A type declaration, wherever it was found. */
export interface Declaration {
	/** The name of its package. */
	readonly package: string;
	readonly alias: boolean;
	/** What it is defined as; `struct` with `fields`. */
	readonly type: string;
	/** The fields of a struct, made when they are asked for. */
	fields?(): readonly FieldDeclaration[];
	/** The file that declares it, where that is in this plugin. */
	readonly file?: string;
	/** The import path of a qualifier used in it. */
	importOf(qualifier: string): string | undefined;
}

/** Why a type could not be found. */
export interface NotFound {
	readonly reason: string;
	/** Whether the package is there, whole, and has no such type. */
	readonly absent?: true;
	/** The package whose sources would tell. */
	readonly wants?: string;
}

/** What is known otherwise of a type of another module: its package's name, and what it is defined as. */
export type External = (path: string, name: string) => { readonly package: string; readonly type: string } | undefined;

/** Finds the declaration of a type: in this module, its `vendor/`, the SDK's table, and what we know of the standard library. */
export function declarationOf(read: Read, path: string, name: string, external: External): Declaration | NotFound {
	const dir = read(directoryOf, path);
	if (dir !== undefined) return inDirectory(read, dir, name, read(filesDeclaring, named(dir, name)), () => read(goSourcesIn, dir));
	const vendored = `vendor/${path}`;
	if (read(isDirectory, vendored)) return inDirectory(read, vendored, name, inVendor(read, vendored), () => inVendor(read, vendored));
	if (path === sdkModule || path.startsWith(`${sdkModule}/`)) return inSdk(read, path, name);
	if (isStandard(path)) return inStandard(path, name);
	const files = read(elsewhere, `${path}\0${name}`);
	if (files) return inFiles(files, path, name);
	const type = external(path, name);
	if (type === undefined) return { reason: `the source of ${path} is not available`, wants: path };
	return { package: type.package, alias: false, type: type.type, importOf: qualifier => qualifier };
}

const inVendor = (read: Read, dir: string) =>
	read(filesIn, dir)
		.filter(file => file.endsWith('.go') && !/_test\.go$|\.hcl2spec\.go$/.test(file))
		.map(file => `${dir}/${file}`);

/** `paths` are the files that may declare the type, `all` those of the package. */
function inDirectory(read: Read, dir: string, name: string, paths: readonly string[], all: () => readonly string[]): Declaration | NotFound {
	const found = paths.flatMap(path => {
		const outline = read(goFile, path);
		const type = outline?.types.find(t => t.name === name);
		return outline && type ? [{ path, outline, type }] : [];
	});
	const [first] = found;
	const isBroken = (path: string) => read(goFile, path)?.problems.length !== 0;
	const mayDeclare = (path: string) => read(text, path)?.includes(name) ?? true; // where it is broken, the type may stand
	const broken = first ? (isBroken(first.path) ? first.path : undefined) : all().find(path => isBroken(path) && mayDeclare(path));
	if (broken !== undefined) return { reason: `${broken} has a syntax error` };
	if (!first) return { absent: true, reason: dir === '' ? 'the package at the root has no such type' : `the package in ${dir} has no such type` };
	if (found.length > 1) return { reason: `it is declared more than once: ${found.map(({ path }) => path).join(', ')}` };
	if (constrained(first.path, first.outline)) return { reason: `${first.path} is built on some platforms only` };
	if (first.type.generic) return { reason: 'it has type parameters' };
	const { outline } = first;
	return { ...declared(outline, first.type), file: first.path, importOf: qualifier => importedAs(read, outline, qualifier)?.path };
}

function inFiles(files: readonly GoFile[], path: string, name: string): Declaration | NotFound {
	const found = files.flatMap(outline => outline.types.filter(type => type.name === name).map(type => ({ outline, type })));
	const [first] = found;
	if (!first) return { reason: `${path} has no type ${name}` };
	const { outline, type } = first;
	if (found.length > 1 || type.generic) return { reason: `${path} declares ${name} in more than one form` };
	return { ...declared(outline, type), importOf: qualifier => outline.imports.find(i => (i.name ?? suggestedName(i.path)) === qualifier)?.path };
}

const declared = (outline: GoFile, { alias, type, fields }: GoType): Omit<Declaration, 'importOf'> => ({
	package: outline.package,
	alias,
	type,
	...(fields ? { fields: () => fields } : {}),
});

function inSdk(read: Read, path: string, name: string): Declaration | NotFound {
	const version = usedSdk(read);
	if (version === undefined) return { reason: 'go.mod does not say which release of the SDK is used' };
	const found = sdkType(version, path.slice(sdkModule.length + 1), name);
	if (found === 'unknown') return { reason: `SDK ${version} is not in our table` };
	if (found === 'absent') return { reason: `SDK ${version} has no such type` };
	const whole = (text: string) => text.replaceAll('~/', `${sdkModule}/`);
	const { type } = found;
	const importOf = (qualifier: string) => qualifier;
	if ('fields' in type)
		return {
			package: found.package,
			alias: false,
			type: 'struct',
			importOf,
			fields: () => type.fields.map(([field, text, tag]) => ({ names: field === '' ? [] : [field], type: whole(text), tag })),
		};
	const alias = type.type.startsWith('= ');
	return { package: found.package, alias, type: whole(alias ? type.type.slice(2) : type.type), importOf };
}

function inStandard(path: string, name: string): Declaration | NotFound {
	const type = standardType(path, name);
	if (type === undefined) return { reason: `the type ${path}.${name} of the standard library is not supported` };
	const alias = type.startsWith('= ');
	return { package: path.split('/').at(-1) as string, alias, type: alias ? type.slice(2) : type, importOf: qualifier => qualifier };
}
