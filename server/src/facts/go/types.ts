import type { GoField, GoFunction, GoType } from '../../syntax/go/file';
import { at, type Place } from '../../text/place';
import type { Read } from '../core/database';
import { dirname } from '../core/paths';
import { goFile } from './go';
import { type Declared, importedAs, methodsOf, named, typeNamed } from './packages';
import { boundTo, type Scope } from './values';

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

/** The type that a type expression names, pointers and aliases followed; undefined where it is an interface or not declared in this module. */
export function resolveType(read: Read, scope: Scope, expression: string, depth = 0): TypeRef | undefined {
	const name = /^[*\s]*(\w+(?:\.\w+)?)(?:\[.*\])?$/s.exec(expression)?.[1];
	const where = name === undefined ? undefined : lookUp(read, scope, name);
	const found = where && read(typeNamed, named(where.dir, where.name));
	if (!found || found.value.type.text.startsWith('interface')) return undefined;
	const file = found.value.alias && depth < 4 ? read(goFile, found.path) : undefined;
	if (file) return resolveType(read, { path: found.path, file, within: -1 }, found.value.type.text, depth + 1);
	return { path: found.path, dir: dirname(found.path), type: found.value.name, place: at(found.path, found.value.node) };
}

/** The declaration of a type, and the scope in which its fields are to be understood. */
export function declarationOf(read: Read, { path, type }: TypeRef): { readonly declared: GoType; readonly scope: Scope } | undefined {
	const file = read(goFile, path);
	const declared = file?.types.find(t => t.name === type);
	return file && declared && { declared, scope: { path, file, within: -1 } };
}

/** The type of an expression, as far as it is a struct of this module reached by names: `b.config`, `&c`, `new(Config)`, a parameter, a variable. */
export function typeOf(read: Read, scope: Scope, expression: string, depth = 0): TypeRef | undefined {
	const bare = expression.replace(/^[&*(\s]+|[)\s]+$/g, '');
	const made = /^&?\s*(\w+(?:\.\w+)?)\s*\{/s.exec(expression.replace(/^\(+/, ''))?.[1] ?? /^\(*new\(\s*([\w.]+)\s*\)+$/.exec(expression)?.[1];
	if (made !== undefined) return resolveType(read, scope, made);
	if (depth > 5 || !/^\w+(?:\.\w+)*$/.test(bare)) return undefined;
	const [root, ...members] = bare.split('.') as [string, ...string[]];
	let type = rootType(read, scope, root, depth);
	let rest = members;
	if (type === undefined && members[0] !== undefined && importedAs(read, scope.file, root)?.dir !== undefined) {
		type = variableType(read, scope, `${root}.${members[0]}`, depth);
		rest = members.slice(1);
	}
	for (const member of rest) type = type && fieldNamed(read, type, member)?.type;
	return type;
}

function rootType(read: Read, scope: Scope, name: string, depth: number): TypeRef | undefined {
	const own = scope.file.functions[scope.within];
	if (own?.receiver?.name === name) return resolveType(read, scope, own.receiver.type);
	const parameter = own?.parameters.find(p => p.name === name) ?? own?.results.find(p => p.name === name);
	return parameter ? resolveType(read, scope, parameter.type) : variableType(read, scope, name, depth);
}

function variableType(read: Read, scope: Scope, name: string, depth: number): TypeRef | undefined {
	const found = boundTo(read, scope, name);
	if (!found || found.binding.kind === 'range') return undefined;
	if (found.binding.type !== undefined) return resolveType(read, found.scope, found.binding.type);
	return found.value && typeOf(read, found.scope, found.value.text, depth + 1);
}

/** A field of a struct by its name, or one that an embedded struct of this module lends it. */
export function fieldNamed(read: Read, ref: TypeRef, name: string, depth = 0): { readonly field: GoField; readonly type?: TypeRef } | undefined {
	const found = declarationOf(read, ref);
	const fields = found?.declared.fields ?? [];
	const own = fields.find(f => f.names.some(n => n.text === name) || (f.names.length === 0 && embeddedName(f) === name));
	if (!found || depth > 5) return undefined;
	if (own) {
		const type = resolveType(read, found.scope, own.type.text);
		return { field: own, ...(type ? { type } : {}) };
	}
	for (const field of fields) {
		const inner = field.names.length === 0 ? resolveType(read, found.scope, field.type.text) : undefined;
		const lent = inner && fieldNamed(read, inner, name, depth + 1);
		if (lent) return lent;
	}
	return undefined;
}

/** The name by which an embedded field is called. */
export const embeddedName = (field: GoField): string =>
	field.type.text
		.replace(/^\*|\[.*$/gs, '')
		.split('.')
		.at(-1) ?? '';

/** A method of a type by its name. */
export function methodNamed(read: Read, ref: TypeRef, name: string, depth = 0): MethodOf {
	const method = read(methodsOf, named(ref.dir, ref.type)).find(m => m.value.name === name);
	if (method) return { method, unknown: false };
	const found = declarationOf(read, ref);
	if (!found || depth > 5) return { unknown: true };
	if (!found.declared.fields) return { unknown: !/^(?:func$|\[|map\[)/.test(found.declared.type.text) };
	let unknown = false;
	for (const field of found.declared.fields) {
		if (field.names.length > 0) continue;
		const inner = resolveType(read, found.scope, field.type.text);
		const lent = inner ? methodNamed(read, inner, name, depth + 1) : { unknown: true };
		if (lent.method) return lent;
		unknown ||= lent.unknown;
	}
	return { unknown };
}

/** The directory in this module and the name that a possibly qualified name means in a file. */
export function lookUp(read: Read, { path, file }: Scope, name: string): { readonly dir: string; readonly name: string } | undefined {
	const [first, second] = name.split('.') as [string, string?];
	if (second === undefined) return { dir: dirname(path), name: first };
	const dir = importedAs(read, file, first)?.dir;
	return dir === undefined ? undefined : { dir, name: second };
}
