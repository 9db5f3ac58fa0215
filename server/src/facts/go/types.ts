import { type GoField, type GoFunction, type GoType, nodes } from '../../syntax/go/file';
import { pointedTo, readType, type TypeExpression } from '../../syntax/go/type';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { dirname } from '../core/paths';
import { goFile } from './file';
import { type Declared, methodsOf, typeNamed } from './packages';
import { denotedType } from './resolve';
import { named, partsOf, symbol } from './symbols';

/** A type declared in this module: the file, the directory of its package, its name there, and where the name stands. */
export interface TypeRef {
	readonly path: string;
	readonly dir: string;
	readonly type: string;
	readonly place: Place;
}

/** A method that a type has: its own, or one that an embedded type of this module lends it. */
export interface MethodOf {
	/** Undefined where there is none that we can see. */
	readonly method?: Declared<GoFunction>;
	/** Whether the type embeds something that we cannot look into, which may lend it the method. */
	readonly unknown: boolean;
}

/** The type that a type expression in a file names, pointers and aliases followed; undefined if it is an interface, local to a function, or not of this module. */
export function resolveType(read: Read, path: string, type: TypeExpression, depth = 0): TypeRef | undefined {
	const name = pointedTo(type);
	const where = name.kind === 'name' ? denotedType(read, path, name) : undefined;
	if (where?.kind !== 'package' || where.dir === undefined) return undefined;
	const found = read(typeNamed, named(where.dir, where.name));
	if (!found) return undefined;
	const defined = readType(found.value.type);
	if (defined.kind === 'interface') return undefined;
	if (found.value.alias && depth < 4) return resolveType(read, found.path, defined, depth + 1);
	return { path: found.path, dir: dirname(found.path), type: found.value.name, place: at(found.path, nodes.type.name, found.value.decl) };
}

/** The declaration of a type. */
export const declarationOf = (read: Read, { path, type }: Pick<TypeRef, 'path' | 'type'>): GoType | undefined =>
	read(goFile, path)?.types.find(t => t.name === type);

/** Types that were looked at, and how deep: many may embed the same ones, and each of these is looked at once. */
type Seen = Map<string, number>;

/** Whether a type was looked at before, no deeper than now; notes that it is. */
function wasSeen(seen: Seen, { dir, type }: TypeRef, depth: number): boolean {
	const key = named(dir, type);
	const before = seen.get(key) ?? Number.POSITIVE_INFINITY;
	if (before > depth) seen.set(key, depth);
	return before <= depth;
}

/** A field of a struct by its name, or one that an embedded struct of this module lends it; its type where that is one of this module. */
export function fieldNamed(
	read: Read,
	ref: TypeRef,
	name: string,
	depth = 0,
	seen: Seen = new Map(),
): { readonly field: GoField; readonly written: TypeExpression; readonly path: string; readonly type?: TypeRef } | undefined {
	const fields = declarationOf(read, ref)?.fields;
	if (!fields || depth > 5 || wasSeen(seen, ref, depth)) return undefined;
	const own = fields.find(f => f.names.includes(name) || (f.names.length === 0 && embeddedName(f) === name));
	if (own) {
		const written = readType(own.type);
		const type = resolveType(read, ref.path, written);
		return { field: own, written, path: ref.path, ...(type ? { type } : {}) };
	}
	for (const { type } of read(embeddedIn, symbol(ref.path, ref.type))) {
		const lent = type && fieldNamed(read, type, name, depth + 1, seen);
		if (lent) return lent;
	}
	return undefined;
}

/** What a struct (`symbol(path, type)`) embeds, in its order; the type of each where that is one of this module. */
const embeddedIn: Fact<ReadonlyArray<{ readonly type?: TypeRef }>, string> = (read, key) => {
	const { path, decl } = partsOf(key);
	const fields = read(goFile, path)?.types.find(({ name }) => name === decl)?.fields ?? [];
	return fields.flatMap(field => {
		const type = field.names.length === 0 ? resolveType(read, path, readType(field.type)) : undefined;
		return field.names.length > 0 ? [] : [{ ...(type ? { type } : {}) }];
	});
};

/** The name by which an embedded field is called. */
export function embeddedName({ type }: Pick<GoField, 'type'>): string {
	const named = pointedTo(readType(type));
	return named.kind === 'name' ? named.name : '';
}

/** A method of a type by its name. */
export function methodNamed(read: Read, ref: TypeRef, name: string, depth = 0, seen: Seen = new Map()): MethodOf {
	if (wasSeen(seen, ref, depth)) return { unknown: false };
	const method = read(methodsOf, named(ref.dir, ref.type)).find(m => m.value.name === name);
	if (method) return { method, unknown: false };
	const found = declarationOf(read, ref);
	if (!found || depth > 5) return { unknown: true };
	if (!found.fields) return { unknown: !['function', 'slice', 'array', 'map'].includes(readType(found.type).kind) };
	let unknown = false;
	for (const { type: inner } of read(embeddedIn, symbol(ref.path, ref.type))) {
		const lent = inner ? methodNamed(read, inner, name, depth + 1, seen) : { unknown: true };
		if (lent.method) return lent;
		unknown ||= lent.unknown;
	}
	return { unknown };
}
