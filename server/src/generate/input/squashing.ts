import type { Read } from '../../facts/core/database';
import { goFile } from '../../facts/go/file';
import { tagging } from '../../facts/go/tagging';
import type { Edit } from '../../text/edit';
import { readTags, tagOf } from '../go/tags';
import { declaredField } from './declared';
import { respecifying } from './editing';
import { flatIn } from './judge';
import type { Judged } from './judged';

/** The edits that squash an embedded struct, and write the hcl2spec files as they are then; none where we do not know how to write that. For fixes only. */
export function squashing(read: Read, { origin, name }: Pick<Judged, 'origin' | 'name'>): readonly Edit[] {
	const type = read(goFile, origin.path)?.types.find(one => one.name === origin.type);
	const field = declaredField(read, origin, name)?.field;
	const tags = field && readTags(field.tag ?? '');
	if (type === undefined || field === undefined || field.quotedTag !== undefined || typeof tags !== 'object' || tagOf(tags, 'mapstructure')) return [];
	const before = (field.tag ?? '').trim();
	const edits = tagging(read, origin.path, type, new Map([[field, `mapstructure:",squash"${before === '' ? '' : ` ${before}`}`]]));
	if (edits === undefined) return [];
	const isIt = (one: Judged['origin'] | undefined) => one?.path === origin.path && one.type === origin.type && one.field === origin.field;
	return [
		...edits,
		...respecifying(read, one => {
			const squash = one.embedded && isIt(one.origin) ? flatIn(one.type) : undefined;
			return squash ? { squash: { kind: 'named', path: squash.path, package: squash.package, name: squash.name } } : one;
		}),
	];
}
