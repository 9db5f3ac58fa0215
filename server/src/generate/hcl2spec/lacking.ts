import { specOf } from '../../facts/config/specs';
import { configStructs } from '../../facts/config/structs';
import type { Fact, Read } from '../../facts/core/database';
import { dirname } from '../../facts/core/paths';
import { type Directive, naming, newDirective, specDirective } from '../../facts/generated/directives';
import { filesDeclaring, typeNamed } from '../../facts/go/packages';
import { named } from '../../facts/go/symbols';
import { declarationOf, methodNamed, resolveType, type TypeRef } from '../../facts/go/types';
import { components } from '../../facts/plugin/components';
import { directoryOf } from '../../facts/plugin/module';
import { type GoField, nodes } from '../../syntax/go/file';
import { readType } from '../../syntax/go/type';
import { at } from '../../text/place';
import { expectedHcl2Spec, type Hcl2Spec, hcl2SpecPath, specFor } from './file';
import { flatFiles, flatsDeclared, flatUse, specSources } from './flats';
import { isExported } from './names';

/** Structs that need Flat types which nothing generates, and the directive of one file that should name them. */
export interface Lacking {
	/** The Go file, and its directive as it is; undefined if it has none. */
	readonly source: string;
	readonly directive?: Directive;
	readonly types: ReadonlyArray<{ readonly type: TypeRef; readonly role: Role }>;
	/** The directive as it should be; undefined if its text cannot be extended. */
	readonly extended?: Directive;
	/** What that makes. */
	readonly spec?: Hcl2Spec;
	/** The Go files whose hcl2spec files name the missing Flat types. */
	readonly users: readonly string[];
}

/** Why a struct needs a Flat type: a component decodes into it, a data source returns it, a field of another one is of it, or code calls for it. */
export type Role = 'config' | 'output' | 'nested' | 'code';

/** The structs that need Flat types which nothing generates, by the file whose directive should name them: `go generate` leaves code that does not compile, or a component that decodes nothing. */
export const lackingTypes: Fact<readonly Lacking[]> = read => {
	const found = new Map<string, { type: TypeRef; role: Role; users: Set<string> }>();
	const need = (dir: string, name: string, role: Role, user?: string): boolean => {
		const known = found.get(named(dir, name));
		if (user !== undefined) known?.users.add(user);
		if (known !== undefined || name in read(flatFiles, dir)) return false;
		const type = structNamed(read, dir, name);
		if (type === undefined) return false;
		found.set(named(dir, name), { type, role, users: new Set(user === undefined ? [] : [user]) });
		return true;
	};
	for (const { type, role } of usedByComponents(read)) need(type.dir, type.type, role);
	for (const source of read(specSources)) {
		needNested(read, need, source, read(expectedHcl2Spec, source));
		for (const { dir, name } of dropped(read, source)) if (read(flatUse, named(dir, name)) === 'used') need(dir, name, 'code');
	}
	needWhatIsNestedIn(read, need, found);
	for (;;) {
		const groups = grouped(read, [...found.values()]);
		const grown = groups.filter(({ source, spec }) => needNested(read, need, source, spec));
		if (grown.length === 0) return groups;
	}
};

/** Notes the structs that are nested in those found, level by level: each is read once, however deep they are nested. */
function needWhatIsNestedIn(read: Read, need: Need, found: ReadonlyMap<string, Needed>): void {
	for (let looked = 0; looked < found.size; ) {
		const fresh = [...found.values()].slice(looked);
		looked = found.size;
		for (const { source, spec } of grouped(read, fresh, true)) needNested(read, need, source, spec);
	}
}

/** Takes in that a struct needs a Flat type; whether that is new. */
type Need = (dir: string, name: string, role: Role, user: string) => boolean;

/** Notes the structs whose Flat types a hcl2spec file names; whether any is new. */
function needNested(read: Read, need: Need, source: string, spec: Hcl2Spec | undefined): boolean {
	const own = (spec?.flats ?? []).map(({ path, name }) => ({ dir: read(directoryOf, path), name }));
	return own.filter(({ dir, name }) => dir !== undefined && need(dir, name, 'nested', source)).length > 0;
}

/** The structs of which the hcl2spec file of a Go file has Flat types now, and has none once it is generated; they are still there. */
export const dropped: Fact<ReadonlyArray<{ readonly dir: string; readonly name: string }>, string> = (read, source) => {
	const spec = read(expectedHcl2Spec, source);
	const path = hcl2SpecPath(source);
	if (spec === undefined) return [];
	const dir = dirname(source);
	return read(flatsDeclared, path).flatMap(name => (name in read(flatFiles, dir) || !structNamed(read, dir, name) ? [] : [{ dir, name }]));
};

/** The structs of components, those aside whose spec is written by hand or comes from a struct that they embed. */
const usedByComponents = (read: Read) => {
	const byHand = new Set(read(components).filter(component => specOf(read, component, 'ConfigSpec')?.how === 'written'));
	return read(configStructs).filter(
		({ component, type }) => !byHand.has(component) && !methodNamed(read, type, 'FlatMapstructure').method && !lends(read, type),
	);
};

/** Whether a struct embeds one that has a Flat type, and with it the method that gives it, and has no attributes besides but those that Packer sets. */
const lends = (read: Read, type: TypeRef): boolean => {
	const fields = declarationOf(read, type)?.fields ?? [];
	const lenders = fields.filter(field => {
		const embedded = field.names.length === 0 ? resolveType(read, type.path, readType(field.type)) : undefined;
		return embedded !== undefined && embedded.type in read(flatFiles, embedded.dir);
	});
	const isAttribute = ({ names, type, tag }: GoField) =>
		!/(?:^|\.)PackerConfig$/.test(type) && (names.length === 0 || names.some(isExported)) && !/\bmapstructure-to-hcl2:"[^"]*\bskip\b/.test(tag ?? '');
	return lenders.length === 1 && !fields.some(field => !lenders.includes(field) && isAttribute(field));
};

/** The struct of a name in a package; undefined if there is none, or it is an alias, generic, or declared for several platforms. */
function structNamed(read: Read, dir: string, name: string): TypeRef | undefined {
	const declared = read(typeNamed, named(dir, name));
	if (!declared?.value.fields || declared.value.alias || declared.value.generic || read(filesDeclaring, named(dir, name)).length > 1) return undefined;
	return { path: declared.path, dir, type: name, place: at(declared.path, nodes.type.name, declared.value.decl) };
}

interface Needed {
	readonly type: TypeRef;
	readonly role: Role;
	readonly users: ReadonlySet<string>;
}

/** The structs by the file whose directive should name them, and what that makes: of all types of the directive, or of these alone. */
function grouped(read: Read, needed: readonly Needed[], alone = false): Lacking[] {
	const bySource = new Map<string, Needed[]>();
	for (const one of needed) {
		const source = sourceFor(read, one);
		bySource.set(source, [...(bySource.get(source) ?? []), one]);
	}
	return [...bySource].map(([source, group]) => {
		const directive = read(specDirective, source);
		const names = group.map(({ type }) => type.type);
		const extended = directive ? naming(directive, names) : newDirective(source, names);
		return {
			source,
			types: group.map(({ type, role }) => ({ type, role })),
			users: [...new Set(group.flatMap(({ users }) => [...users]))],
			...(directive ? { directive } : {}),
			...(extended ? { extended, spec: specFor(read, source, alone ? { ...extended, types: names } : extended) } : {}),
		};
	});
}

/** The file whose directive should name a struct: the one whose hcl2spec file has its Flat type now, its own, the one whose struct nests it, else its own with a new directive. */
function sourceFor(read: Read, { type: { path, dir, type }, users }: Needed): string {
	const inPackage = read(specSources).filter(source => dirname(source) === dir);
	const holder = inPackage.find(source => read(flatsDeclared, hcl2SpecPath(source)).includes(type));
	return holder ?? (inPackage.includes(path) ? path : (inPackage.find(source => users.has(source)) ?? path));
}
