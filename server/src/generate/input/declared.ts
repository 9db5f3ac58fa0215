import type { Read } from '../../facts/core/database';
import { goFile } from '../../facts/go/file';
import { type GoField, nameNode, tagNode, typeNode } from '../../syntax/go/file';
import { at, type Place } from '../../text/place';
import type { Origin } from '../go/origin';
import { embeddedName } from '../hcl2spec/names';

/** A field as its struct declares it. */
export interface DeclaredField {
	readonly field: GoField;
	/** Where its name stands, or the type of an embedded one; where its type and its tag stand. */
	readonly name: Place;
	readonly type: Place;
	readonly tag: Place | undefined;
}

/** The declaration of a field by where it comes from; undefined if that declares another, as it squashes the struct of another module that has the field. */
export function declaredField(read: Read, { path, type, field: index = -1 }: Origin, name: string): DeclaredField | undefined {
	const found = read(goFile, path)?.types.find(one => one.name === type);
	const field = found?.fields?.[index];
	if (found === undefined || field === undefined) return undefined;
	const n = field.names.indexOf(name);
	if (n === -1 && (field.names.length > 0 || embeddedName(field.type) !== name)) return undefined;
	const place = (node: Parameters<typeof at>[1]) => at(path, node, found.decl);
	return {
		field,
		name: place(n === -1 ? typeNode(field) : nameNode(field, n)),
		type: place(typeNode(field)),
		tag: field.tag === undefined ? undefined : place(tagNode(field)),
	};
}
