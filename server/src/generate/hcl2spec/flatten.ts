import type { FieldDeclaration } from '../go/declarations';
import type { Origin } from '../go/origin';
import type { Resolver } from '../go/resolver';
import { readTags, type Tag, tagOf, withTag } from '../go/tags';
import { type NamedType, print, type Type, unresolved } from '../go/types';
import type { Generator } from '../version';
import { flatType } from './flat-type';

/** One field of a `Flat…` struct. */
export interface FlatField {
	readonly name: string;
	readonly type: Type;
	readonly tags: readonly Tag[];
	/** The name of the attribute or block. */
	readonly accessor: string;
	/** The field it comes from; of a field squashed from another module, the field that squashes. */
	readonly origin?: Origin;
}

/** A sentence that says what could not be told, or what packer-sdc refuses. */
export interface Remark {
	readonly message: string;
	/** The package whose sources would tell what could not be told. */
	readonly wants?: string;
}

/** A struct flattened; with `unknown` where a type could not be resolved, with `failure` where packer-sdc would stop. */
export interface Flattened {
	readonly fields: readonly FlatField[];
	readonly unknown: readonly Remark[];
	readonly failure?: Remark;
}

/** Flattens a struct as packer-sdc does (SDK getMapstructureSquashedStruct, addCtyTagToStruct). */
export function flatten(resolver: Resolver, generator: Generator, struct: NamedType): Flattened {
	const walk = new Walk(resolver, generator);
	walk.struct(struct, undefined, []);
	return walk.finish();
}

class Walk {
	readonly #resolver: Resolver;
	readonly #generator: Generator;
	readonly #fields = new Map<string, FlatField>();
	readonly #unknown: Remark[] = [];
	#failure: Remark | undefined;

	constructor(resolver: Resolver, generator: Generator) {
		this.#resolver = resolver;
		this.#generator = generator;
	}

	finish(): Flattened {
		const accessors = new Set<string>();
		const fields = [...this.#fields.values()].filter(field => {
			if (!accessors.has(field.accessor)) return accessors.add(field.accessor);
			if (this.#generator.refusesDuplicates) this.#fail(`field "${field.name}": a second attribute "${field.accessor}"`);
			return false;
		});
		return { fields, unknown: this.#unknown, ...(this.#failure ? { failure: this.#failure } : {}) };
	}

	struct(type: NamedType, from: Origin | undefined, outer: readonly string[]): void {
		const key = print(type);
		if (outer.includes(key)) return void this.#unknown.push(remark(`${[...outer, key].join(' → ')}: structs that embed each other`));
		const found = this.#resolver.fields(type);
		if (!found) return void this.#unknown.push(remark(`the fields of ${key} are not known`));
		for (const field of found.fields) {
			const origin = field.origin && !field.origin.path.startsWith('vendor/') ? field.origin : from;
			const type = () => this.#resolver.resolve(field.type, found.path, found.within);
			this.#field(field, type, origin, [...outer, key]);
		}
	}

	#field(field: FieldDeclaration, typeOf: () => Type, origin: Origin | undefined, outer: readonly string[]): void {
		const name = field.name === '' ? embeddedName(field.type) : field.name;
		if (!/^\p{Lu}/u.test(name) || /^\(?\s*func\b/.test(field.type)) return;
		const tags = readTags(field.tag);
		if (tags === 'crash') this.#fail(`field "${name}": its tag is nothing but spaces`);
		if (tags === 'crash' || tags === undefined || tagOf(tags, 'mapstructure-to-hcl2')?.options.includes('skip')) return;
		const declared = typeOf();
		const mapstructure = tagOf(tags, 'mapstructure');
		if (mapstructure?.options.includes('squash')) this.#squash(declared, origin, outer);
		else this.#own(name, declared, tags, mapstructure?.name ?? '', origin);
	}

	#own(name: string, declared: Type, tags: readonly Tag[], tagged: string, origin: Origin | undefined): void {
		const type = flatType(this.#resolver, declared);
		const missing = unresolved(type);
		if (missing) this.#unknown.push(remark(`${name} is a ${missing.name}: ${missing.reason}`, missing.wants));
		if (this.#fields.has(name)) {
			if (this.#generator.refusesDuplicates) this.#fail(`a second field "${name}"`);
			return;
		}
		const accessor = tagged === '' ? snakeCase(name) : tagged;
		const own = { options: [], name: accessor };
		this.#fields.set(name, {
			name,
			type,
			accessor,
			tags: withTag(withTag(tags, { key: 'cty', ...own }), { key: 'hcl', ...own }),
			...(origin ? { origin } : {}),
		});
	}

	#squash(declared: Type, origin: Origin | undefined, outer: readonly string[]): void {
		const under = this.#resolver.underlying(declared);
		if (under.kind === 'unknown') return void this.#unknown.push(remark(`${under.name}: ${under.reason}`, under.wants));
		if (under.kind !== 'struct') return;
		const named = declared.kind === 'alias' ? withoutAlias(declared) : declared;
		if (named.kind === 'named') this.struct(named, origin, outer);
		else this.#unknown.push(remark('a struct written in place is squashed'));
	}

	#fail(message: string): void {
		this.#failure ??= remark(message);
	}
}

const remark = (message: string, wants?: string): Remark => ({ message, ...(wants === undefined ? {} : { wants }) });
const withoutAlias = (type: Type): Type => (type.kind === 'alias' ? withoutAlias(type.actual) : type);

/** The name of an embedded field: that of its type, without its package (Go specification, "Struct types"). */
export const embeddedName = (type: string): string =>
	type
		.replace(/^\*\s*/, '')
		.replace(/\[.*$/s, '')
		.split('.')
		.at(-1) as string;

/** An attribute's name where no tag gives it (SDK ToSnakeCase). */
export const snakeCase = (name: string): string =>
	name
		.replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
		.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
		.toLowerCase();
