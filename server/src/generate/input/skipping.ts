import type { Read } from '../../facts/core/database';
import { goFile } from '../../facts/go/file';
import { tagging } from '../../facts/go/tagging';
import type { GoField } from '../../syntax/go/file';
import type { Edit } from '../../text/edit';
import { readTags, tagOf } from '../go/tags';
import { declaredField } from './declared';
import { respecifying } from './editing';
import type { Judged } from './judged';

/** The edits that have packer-sdc leave out some fields of one struct, and the hcl2spec files without them; undefined where we do not know how to write that. For fixes only. */
export function skipping(read: Read, fields: readonly Pick<Judged, 'name' | 'origin'>[]): readonly Edit[] {
	const [first] = fields;
	const type = first && read(goFile, first.origin.path)?.types.find(({ name }) => name === first.origin.type);
	if (first === undefined || type === undefined) return [];
	const tags = new Map<GoField, string>();
	for (const { origin, name } of fields) {
		const found = declaredField(read, origin, name)?.field;
		const tag = found && skipped(found);
		if (found === undefined || tag === undefined || found.names.length > 1) return [];
		tags.set(found, tag);
	}
	const edits = tagging(read, first.origin.path, type, tags);
	const isOne = ({ path, type, field }: Judged['origin']) =>
		fields.some(({ origin }) => origin.path === path && origin.type === type && origin.field === field);
	return edits ? [...edits, ...respecifying(read, field => (field.origin && isOne(field.origin) ? undefined : field))] : [];
}

/** The tag of a field with the one by which packer-sdc leaves it out. */
function skipped({ tag = '', quotedTag }: GoField): string | undefined {
	const tags = readTags(tag);
	if (quotedTag !== undefined || typeof tags !== 'object' || tagOf(tags, 'mapstructure-to-hcl2') || tag.includes('`')) return undefined;
	return `${tag.trim()}${tag.trim() === '' ? '' : ' '}mapstructure-to-hcl2:",skip"`;
}
