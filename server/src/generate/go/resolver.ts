import type { Read } from '../../facts/core/database';
import { typeNamed } from '../../facts/go/packages';
import { named } from '../../facts/go/symbols';
import { directoryOf } from '../../facts/plugin/module';
import { readType, type TypeExpression } from '../../syntax/go/type';
import { type Declaration, declarationOf, type External, type FieldDeclaration, type NotFound } from './declarations';
import { basics, type NamedType, type Type } from './types';

/** The fields of a struct, the declaration to read their types in, and its package's path and its name. */
export interface Fields {
	readonly fields: readonly FieldDeclaration[];
	readonly declaration: Declaration;
	readonly path: string;
	readonly name: string;
}

/** How deep aliases and definitions may refer to each other before we take it for a cycle. */
const deepest = 40;

/** How many parts of a type are looked at: each alias of a map may have the next one twice. */
const most = 1000;

/** Resolves the names in type expressions, for the length of one computation; what it asks for is remembered by `read`. */
export class Resolver {
	readonly #read: Read;
	readonly #seesAliases: boolean;
	readonly #external: External;
	readonly #declarations = new Map<string, Declaration | NotFound>();

	/** Of types without a qualifier, by package: the same in all its files. */
	readonly #types = new Map<string, Type>();

	/** How many more parts of the type that is asked for are looked at. */
	#left = most;

	/** `seesAliases`: whether an alias is a type of its own, or simply the type it stands for. */
	constructor(read: Read, seesAliases: boolean, external: External) {
		this.#read = read;
		this.#seesAliases = seesAliases;
		this.#external = external;
	}

	/** The declaration of a type by its import path and name. */
	declaration(path: string, name: string): Declaration | NotFound {
		const key = `${path}\0${name}`;
		const known = this.#declarations.get(key) ?? declarationOf(this.#read, path, name, this.#external);
		this.#declarations.set(key, known);
		return known;
	}

	/** A type as written in a declaration of package `path`. */
	resolve(text: string, path: string, declaration: Declaration): Type {
		this.#left = most;
		if (text.includes('.')) return this.#resolve(readType(text), path, declaration, 0);
		const key = `${path}\0${text}`;
		const known = this.#types.get(key) ?? this.#resolve(readType(text), path, declaration, 0);
		this.#types.set(key, known);
		return known;
	}

	/** What a type is beneath its names (Go specification, "Underlying types"). */
	underlying(type: Type, depth = 0): Type {
		if (depth === 0) this.#left = most;
		if (depth > deepest) return unknown(type.kind === 'named' ? type.name : type.kind, 'it is defined in terms of itself');
		if (type.kind === 'alias') return this.underlying(type.actual, depth + 1);
		if (type.kind !== 'named') return type;
		if (type.path === '') return { kind: 'interface', text: 'interface{Error() string}' };
		const found = this.declaration(type.path, type.name);
		if ('reason' in found) return unknown(`${type.path}.${type.name}`, found.reason, found.wants);
		if (found.type === 'struct') return { kind: 'struct', text: 'struct' };
		return this.underlying(this.#resolve(readType(found.type), type.path, found, depth + 1), depth + 1);
	}

	/** The fields of a named struct; undefined if the struct is another's by name, or its fields are not known. */
	fields(type: NamedType): Fields | undefined {
		let { path, name } = type;
		for (let depth = 0; depth < deepest; depth++) {
			const declaration = this.declaration(path, name);
			if ('reason' in declaration) return undefined;
			if (declaration.fields) return { fields: declaration.fields(), declaration, path, name };
			this.#left = most;
			const next = unaliased(this.#resolve(readType(declaration.type), path, declaration, 0));
			if (next.kind !== 'named') return undefined;
			({ path, name } = next);
		}
		return undefined;
	}

	/** Whether a package of this plugin may declare a type by the name of a predeclared one. */
	#isShadowed(path: string, name: string): boolean {
		const dir = this.#read(directoryOf, path);
		return dir !== undefined && this.#read(typeNamed, named(dir, name)) !== undefined;
	}

	#resolve(expression: TypeExpression, path: string, declaration: Declaration, depth: number): Type {
		if (depth > deepest) return unknown('type', 'it is nested too deeply');
		if (--this.#left < 0) return unknown('type', `it has more than ${most} parts`);
		const inner = (part: TypeExpression) => this.#resolve(part, path, declaration, depth + 1);
		switch (expression.kind) {
			case 'pointer':
			case 'slice':
				return { kind: expression.kind, element: inner(expression.element) };
			case 'array':
				return /^(?:0|[1-9]\d*)$/.test(expression.length)
					? { kind: 'array', length: expression.length, element: inner(expression.element) }
					: unknown(`[${expression.length}]`, 'the length of an array is not a plain number');
			case 'map':
				return { kind: 'map', key: inner(expression.key), element: inner(expression.element) };
			case 'name':
				return this.#named(expression, path, declaration, depth);
			case 'function':
				return { kind: 'function', text: expression.text };
			case 'interface':
				return { kind: 'interface', text: /^interface\s*\{\s*\}$/.test(expression.text) ? 'interface{}' : 'interface' };
			case 'struct':
			case 'channel':
				return { kind: expression.kind, text: expression.text };
			default:
				return unknown(expression.text, 'this kind of type is not supported');
		}
	}

	#named({ qualifier, name }: TypeExpression & { kind: 'name' }, path: string, declaration: Declaration, depth: number): Type {
		const target = qualifier === undefined ? path : declaration.importOf(qualifier);
		if (target === undefined) return unknown(`${qualifier}.${name}`, `no import is called ${qualifier}`);
		if (target === 'C' || target === 'unsafe') return unknown(`${qualifier}.${name}`, 'it is not a Go type');
		const basic = qualifier === undefined ? predeclared(name, this.#seesAliases) : undefined;
		if (basic && !this.#isShadowed(target, name)) return basic;
		const found = this.declaration(target, name);
		if ('reason' in found)
			return (found.absent ? basic : undefined) ?? unknown(qualifier === undefined ? name : `${target}.${name}`, found.reason, found.wants);
		if (!found.alias) return { kind: 'named', path: target, package: found.package, name };
		const actual = this.#resolve(readType(found.type), target, found, depth + 1);
		return this.#seesAliases ? { kind: 'alias', path: target, name, actual } : actual;
	}
}

/** A type with the aliases around it taken off. */
export function unaliased(type: Type): Type {
	return type.kind === 'alias' ? unaliased(type.actual) : type;
}

function predeclared(name: string, seesAliases: boolean): Type | undefined {
	if (basics.has(name)) return { kind: 'basic', name };
	if (name === 'error') return { kind: 'named', path: '', package: '', name };
	if (name !== 'any') return undefined;
	const actual: Type = { kind: 'interface', text: seesAliases ? 'interface{}' : 'any' };
	return seesAliases ? { kind: 'alias', path: '', name, actual } : actual;
}

const unknown = (name: string, reason: string, wants?: string): Type => ({ kind: 'unknown', name, reason, ...(wants === undefined ? {} : { wants }) });
