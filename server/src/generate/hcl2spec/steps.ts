import type { Fact } from '../../facts/core/database';
import type { FieldDeclaration } from '../go/declarations';
import type { Origin } from '../go/origin';
import { Resolver } from '../go/resolver';
import { readTags, type Tag, tagOf, withTag, writeTags } from '../go/tags';
import { type NamedType, type Type, unresolved } from '../go/types';
import { believing } from './external';
import { flatType } from './flatType';
import { embeddedName, isExported, snakeCase } from './names';

/** One field of a `Flat…` struct. */
export interface FlatField {
	readonly name: string;
	readonly type: Type;
	/** Its tag as text; undefined if that has characters whose quoting we do not know. */
	readonly tag: string | undefined;
	/** Whether the type gives its own specification. */
	readonly selfDefined: boolean;
	/** The name of the attribute or block. */
	readonly accessor: string;
	/** Whether it is an embedded struct that is not squashed. */
	readonly embedded?: true;
	/** The field it comes from; of a field squashed from another module, the field that squashes. */
	readonly origin?: Origin;
}

/** A sentence that says what is unknown, or what packer-sdc rejects. */
export interface Remark {
	readonly message: string;
	/** The package whose sources define what is unknown. */
	readonly wants?: string;
}

/** A step through a struct and those it squashes, in the order of packer-sdc: a field, something unknown, or what packer-sdc stops at. */
export type Leaf = { readonly field: FlatField } | { readonly unknown: Remark } | { readonly failure: Remark };

/** What one field of a struct comes to; a struct that it squashes is left to the caller. */
export type Step = Leaf | { readonly squash: NamedType; readonly origin?: Origin };

/** What the fields of one struct come to, and the packages that only generated files tell of. */
interface Steps {
	readonly steps: readonly Step[];
	readonly relies: readonly string[];
}

/**
 * What the fields of a struct come to (SDK addCtyTagToStruct), by `path\0name\0whether aliases are seen`. A fact of its own, as most structs are squashed
 * by many others, and a fact of one struct alone, as structs may embed each other.
 */
export const stepsIn: Fact<Steps, string> = (read, key) => {
	const [path, name, seesAliases] = key.split('\0', 3) as [string, string, string];
	const relies = new Set<string>();
	const resolver = new Resolver(read, seesAliases === 'true', believing(read, relies));
	const struct = resolver.fields({ kind: 'named', path, package: '', name });
	if (!struct) return { steps: [{ unknown: { message: `the fields of ${path === '' ? name : `${path}.${name}`} are not known` } }], relies: [...relies] };
	const { file } = struct.declaration;
	const steps = struct.fields.flatMap((field, i) => {
		const origin = file === undefined || file.startsWith('vendor/') ? {} : { origin: { path: file, type: struct.name, field: i } };
		const names = field.names.length === 0 ? [embeddedName(field.type)] : field.names;
		return names.flatMap(one => ofField(resolver, one, field, () => resolver.resolve(field.type, struct.path, struct.declaration), origin));
	});
	return { steps, relies: [...relies] };
};

function ofField(resolver: Resolver, name: string, field: FieldDeclaration, typeOf: () => Type, origin: { readonly origin?: Origin }): readonly Step[] {
	if (!isExported(name) || /^\(?\s*func\b/.test(field.type)) return [];
	const tags = readTags(field.tag ?? '');
	if (tags === 'crash') return [{ failure: { message: `field "${name}": its tag is blank` } }];
	if (tags === 'unsure') return [unknown(`the tag of ${name} has an escape that is not supported`)];
	if (tags === undefined || tagOf(tags, 'mapstructure-to-hcl2')?.options.includes('skip')) return [];
	const mapstructure = tagOf(tags, 'mapstructure');
	if (mapstructure?.options.includes('squash')) return squashed(resolver, typeOf(), origin);
	const type = flatType(resolver, typeOf());
	const missing = unresolved(type);
	const embedded = field.names.length === 0 ? { embedded: true as const } : {};
	const own = { field: { ...flatField(name, tags, mapstructure?.name ?? ''), type, ...embedded, ...origin } };
	return missing ? [unknown(`${name} has type ${missing.name}: ${missing.reason}`, missing.wants), own] : [own];
}

function flatField(name: string, tags: readonly Tag[], tagged: string): Omit<FlatField, 'type' | 'origin'> {
	const accessor = tagged === '' ? snakeCase(name) : tagged;
	const own = { options: [], name: accessor };
	const tag = writeTags(withTag(withTag(tags, { key: 'cty', ...own }), { key: 'hcl', ...own }));
	return { name, tag, accessor, selfDefined: tagOf(tags, 'mapstructure-to-hcl2')?.options.includes('self-defined') ?? false };
}

function squashed(resolver: Resolver, declared: Type, origin: { readonly origin?: Origin }): readonly Step[] {
	const under = resolver.underlying(declared);
	if (under.kind === 'unknown') return [unknown(`${under.name}: ${under.reason}`, under.wants)];
	if (under.kind !== 'struct') return [];
	const named = declared.kind === 'alias' ? withoutAlias(declared) : declared;
	return [named.kind === 'named' ? { squash: named, ...origin } : unknown('a struct type literal is squashed')];
}

const unknown = (message: string, wants?: string): Step => ({ unknown: { message, ...(wants === undefined ? {} : { wants }) } });
const withoutAlias = (type: Type): Type => (type.kind === 'alias' ? withoutAlias(type.actual) : type);
