import { type GoField, nameNode } from '../../syntax/go/file';
import { readType } from '../../syntax/go/type';
import { at, type Place } from '../../text/place';
import type { Read } from '../core/database';
import { declarationOf, resolveType, type TypeRef } from '../go/types';

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
	readonly struct: TypeRef;
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
export function attributesOf(read: Read, struct: TypeRef, prefix = '', depth = 0, looked = { structs: 0 }): readonly Attribute[] {
	const found = declarationOf(read, struct);
	if (!found || depth > 6 || ++looked.structs > most) return [];
	return (found.fields ?? []).flatMap(field => {
		const [name = '', ...options] = tagOf(field, 'mapstructure')?.split(',') ?? [];
		if (options.includes('squash')) {
			const inner = resolveType(read, struct.path, readType(field.type));
			const through = field.names[0] === undefined ? prefix : `${prefix}${field.names[0]}.`;
			return inner ? attributesOf(read, inner, through, depth + 1, looked) : [];
		}
		if (name === '' || name === '-' || tagOf(field, 'mapstructure-to-hcl2')?.split(',').includes('skip')) return [];
		const [own] = field.names;
		if (own === undefined) return [];
		return [{ name, field: own, selector: `${prefix}${own}`, type: field.type, struct, place: at(struct.path, nameNode(field), found.decl) }];
	});
}
