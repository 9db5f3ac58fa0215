import { type GoField, type GoType, nameNode } from '../../syntax/go/file';
import { readType } from '../../syntax/go/type';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { dirname } from '../core/paths';
import { goFile } from '../go/file';
import { partsOf, symbol } from '../go/symbols';
import { resolveType, type TypeRef } from '../go/types';

export { nameNode };

/** One attribute that a configuration struct takes, at its top level. */
export interface Attribute {
	/** As a template writes it. */
	readonly name: string;
	/** The field's name, and how to reach it from the struct: `Comm.SSHPassword`, without embedded ones. */
	readonly field: string;
	readonly selector: string;
	/** Its type as written. */
	readonly type: string;
	/** The struct that declares it, and the field's name there. */
	readonly struct: Pick<TypeRef, 'path' | 'dir' | 'type'>;
	readonly place: Place;
}

/** The value of a key in a struct tag, `mapstructure` say; undefined if the tag has none. */
export function tagOf({ tag = '' }: Pick<GoField, 'tag'>, key: string): string | undefined {
	const opening = `${key}:"`;
	for (let at = tag.indexOf(opening); at !== -1; at = tag.indexOf(opening, at + 1)) {
		if (at > 0 && !/\s/.test(tag[at - 1] as string)) continue;
		const from = at + opening.length;
		let to = from;
		while (to < tag.length && tag[to] !== '"') to += tag[to] === '\\' ? 2 : 1;
		if (to < tag.length) return tag.slice(from, to);
	}
	return undefined;
}

/** How many structs that a struct squashes are looked at: each may squash the next ones several times. */
const most = 1000;

/** The attributes of a configuration struct of this module, those of squashed structs of this module included, in the order of the fields. */
export const attributesOf = (read: Read, { path, type }: TypeRef): readonly Attribute[] => read(attributes, symbol(path, type));

/** What `attributesOf` gives, by `symbol(path, type)`. */
const attributes: Fact<readonly Attribute[], string> = (read, key) => {
	const found: Attribute[] = [];
	let structs = 0;
	const add = ({ path, type }: Pick<TypeRef, 'path' | 'type'>, prefix: string, depth: number) => {
		if (depth > 6 || ++structs > most) return;
		for (const part of read(attributeFields, symbol(path, type))) {
			if ('squashes' in part) add(part.squashes, part.own === undefined ? prefix : `${prefix}${part.own}.`, depth + 1);
			else found.push(prefix === '' ? part : { ...part, selector: `${prefix}${part.field}` });
		}
	};
	const { path, decl: type } = partsOf(key);
	add({ path, type }, '', 0);
	return found;
};

/** A field of a struct that is an attribute, or squashes a struct of this module: under a name of its own, or embedded. */
type AttributeField = Attribute | { readonly squashes: TypeRef; readonly own?: string };

/** The fields of a struct (`symbol(path, type)`) that lead to attributes: many components squash the same ones. */
const attributeFields: Fact<readonly AttributeField[], string> = (read, key) => {
	const { path, decl: type } = partsOf(key);
	const found = read(goFile, path)?.types.find(({ name }) => name === type);
	return (found?.fields ?? []).flatMap((field): AttributeField[] => {
		const [name = '', ...options] = tagOf(field, 'mapstructure')?.split(',') ?? [];
		const [own] = field.names;
		if (options.includes('squash')) {
			const squashes = resolveType(read, path, readType(field.type));
			return squashes === undefined ? [] : [{ squashes, ...(own === undefined ? {} : { own }) }];
		}
		if (own === undefined || name === '' || name === '-' || tagOf(field, 'mapstructure-to-hcl2')?.split(',').includes('skip')) return [];
		return [
			{
				name,
				field: own,
				selector: own,
				type: field.type,
				struct: { path, dir: dirname(path), type },
				place: at(path, nameNode(field), (found as GoType).decl),
			},
		];
	});
};
