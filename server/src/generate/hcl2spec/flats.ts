import { configStructs } from '../../facts/config/structs';
import type { Fact, Read } from '../../facts/core/database';
import { filesIn, text } from '../../facts/core/files';
import { dirname } from '../../facts/core/paths';
import { directives } from '../../facts/generated/directives';
import { callsTo, scopeAt } from '../../facts/go/calls';
import { goFile } from '../../facts/go/file';
import { typeNamed } from '../../facts/go/packages';
import { exprAt, selected } from '../../facts/go/resolve';
import { goSources, goTests } from '../../facts/go/sources';
import { named, partsOf } from '../../facts/go/symbols';
import { typeOf } from '../../facts/go/typeOf';
import { declarationOf, resolveType, type TypeRef } from '../../facts/go/types';
import { directoryOf } from '../../facts/plugin/module';
import { readType } from '../../syntax/go/type';
import { expectedHcl2Spec, hcl2SpecPath } from './file';

/** The Go files with a directive that makes a hcl2spec file, in the order of the module. */
export const specSources: Fact<readonly string[]> = read => [
	...new Set(read(directives).flatMap(({ path, command, types }) => (command === 'mapstructure-to-hcl2' && types.length > 0 ? [path] : []))),
];

/** The structs of which the hcl2spec file of a Go file has Flat types once it is generated. */
const flattened: Fact<readonly string[], string> = (read, source) => {
	const spec = read(expectedHcl2Spec, source);
	if (spec?.text !== undefined) return spec.structs.map(({ name }) => name);
	const dir = dirname(source);
	return (spec?.directive.types ?? []).filter(name => read(typeNamed, named(dir, name))?.value.fields !== undefined);
};

/** The files of a package that declare Flat types once everything is generated, by the struct that each is of. */
export const flatFiles: Fact<Readonly<Record<string, readonly string[]>>, string> = (read, dir) => {
	const files: Record<string, string[]> = Object.create(null);
	const add = (name: string, path: string) => {
		files[name] = [...(files[name] ?? []), path];
	};
	const paths = read(filesIn, dir).map(name => (dir === '' ? name : `${dir}/${name}`));
	const made = new Set<string>();
	for (const source of read(specSources).filter(path => dirname(path) === dir)) {
		const path = hcl2SpecPath(source);
		made.add(path);
		for (const name of read(flattened, source)) add(name, path);
	}
	for (const path of paths.filter(path => path.endsWith('.go') && !path.endsWith('_test.go') && !made.has(path)))
		for (const name of read(flatsDeclared, path)) add(name, path);
	return files;
};

/** The structs of which a Go file declares Flat types now. */
export const flatsDeclared: Fact<readonly string[], string> = (read, path) =>
	read(mentionsFlat, path) ? (read(goFile, path)?.types ?? []).flatMap(({ name }) => /^Flat(.+)$/.exec(name)?.[1] ?? []) : [];

/** Whether a file names any Flat type: most do not, and need not be parsed for one. */
const mentionsFlat: Fact<boolean, string> = (read, path) => read(text, path)?.includes('Flat') ?? false;

/** Whether something needs the Flat type of a struct (`named(dir, name)`); `unsure` where we cannot look at all that may. */
export const flatUse: Fact<'used' | 'unused' | 'unsure', string> = (read, key) => {
	const { path: dir, decl: name } = partsOf(key);
	if (read(configStructs).some(({ type }) => type.dir === dir && type.type === name)) return 'used';
	const specs = read(specSources).map(source => read(expectedHcl2Spec, source));
	if (specs.some(spec => spec?.flats.some(flat => flat.name === name && read(directoryOf, flat.path) === dir))) return 'used';
	if (read(flatInCode, key) || read(typesIn, 'Decode').includes(key)) return 'used';
	return read(typesIn, 'FlatMapstructure').includes('') || specs.some(spec => spec?.status === 'unknown') ? 'unsure' : 'unused';
};

/** The Flat types that a file names in whatever it stands: those of its own package, and those behind the name of another. */
const flatNames: Fact<{ readonly own: readonly string[]; readonly others: readonly string[] }, string> = (read, path) => {
	const source = read(mentionsFlat, path) ? (read(text, path) ?? '') : '';
	const names = (pattern: RegExp) => [...new Set([...source.matchAll(pattern)].map(([, name = '']) => name))].sort();
	return { own: names(/(?<![\w.])Flat(\w+)/g), others: names(/(?<=(?<![\w.])\w{1,200}\.)Flat(\w+)/g) };
};

/** The folders whose code names the Flat type of a struct: as its own (`own name`), or behind the name of another package (`others name`). */
const flatNamings: Fact<Readonly<Record<string, readonly string[]>>> = read => {
	const folders: Record<string, string[]> = Object.create(null);
	const add = (key: string, dir: string) => {
		const there = folders[key];
		if (there === undefined) folders[key] = [dir];
		else if (!there.includes(dir)) there.push(dir);
	};
	for (const path of [...read(goSources), ...read(goTests)]) {
		const { own, others } = read(flatNames, path);
		for (const name of own) add(`own ${name}`, dirname(path));
		for (const name of others) add(`others ${name}`, dirname(path));
	}
	return folders;
};

/** Whether code does not compile without the Flat type of a struct: it names it, or calls `FlatMapstructure` on the struct, which embeds nothing that may have that method too. */
export const flatInCode: Fact<boolean, string> = (read, key) => {
	const { path: dir, decl: name } = partsOf(key);
	const { [`own ${name}`]: own = [], [`others ${name}`]: others = [] } = read(flatNamings);
	if (own.includes(dir) || others.some(other => other !== dir)) return true;
	const fields = read(typeNamed, key)?.value.fields ?? [];
	return read(typesIn, 'FlatMapstructure').includes(key) && fields.every(({ names, type }) => names.length > 0 || /(?:^|\.)PackerConfig$/.test(type));
};

/**
 * The structs that the code gives to calls of a name: those on which it calls `FlatMapstructure`, those that it decodes into; an empty name for one that is
 * not known. Of those that they embed, which may be the ones that have the method, too.
 */
const typesIn: Fact<readonly string[], string> = (read, name) => {
	const found = new Set<string>();
	for (const at of read(callsTo, selected(name))) {
		const scope = scopeAt(read, at);
		const call = exprAt(scope, at.x);
		const fn = call.op === 'call' ? exprAt(scope, call.fn) : undefined;
		const on = name === 'Decode' ? (call.op === 'call' ? call.args[0] : undefined) : fn?.op === 'select' ? fn.of : undefined;
		const type = on === undefined ? undefined : typeOf(read, scope, on);
		for (const one of type ? withEmbedded(read, type) : []) found.add(named(one.dir, one.type));
		if (type === undefined) found.add('');
	}
	return [...found].sort();
};

/** A struct and those of this module that it embeds, to a depth of five. */
function withEmbedded(read: Read, type: TypeRef): readonly TypeRef[] {
	const found = new Map([[named(type.dir, type.type), type]]);
	let newest = [type];
	for (let depth = 0; depth < 5 && newest.length > 0; depth++) {
		const embedded = newest.flatMap(({ path, ...one }) =>
			(declarationOf(read, { path, ...one })?.fields ?? []).flatMap(field =>
				field.names.length === 0 ? (resolveType(read, path, readType(field.type)) ?? []) : [],
			),
		);
		newest = [];
		for (const one of embedded) {
			const key = named(one.dir, one.type);
			if (found.has(key)) continue;
			found.set(key, one);
			newest.push(one);
		}
	}
	return [...found.values()];
}
