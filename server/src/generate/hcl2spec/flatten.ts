import type { Read } from '../../facts/core/database';
import type { NamedType } from '../go/types';
import type { Generator } from '../version';
import { leavesOf } from './leaves';
import type { FlatField, Leaf, Remark } from './steps';

/** A struct flattened; with `unknown` where a type could not be resolved, with `failure` where packer-sdc would stop. */
export interface Flattened {
	readonly fields: readonly FlatField[];
	readonly unknown: readonly Remark[];
	readonly failure?: Remark;
}

/** A field as it will be after an edit, or the struct that it squashes then; undefined if packer-sdc leaves it out then. */
export type Edited = (field: FlatField) => FlatField | { readonly squash: NamedType } | undefined;

/** Flattens a struct as packer-sdc does: of two fields or attributes of one name the first stays, or it stops. `relies` as in `leavesOf`. */
export function flatten(
	read: Read,
	{ refusesDuplicates, seesAliases }: Generator,
	struct: NamedType,
	relies: Set<string>,
	edited: Edited = field => field,
): Flattened {
	const byName = new Map<string, FlatField>();
	const unknown: Remark[] = [];
	const failures: Remark[] = [];
	const refuse = (message: string) => refusesDuplicates && failures.push({ message });
	const add = (leaf: Leaf, edited: Edited) => {
		if ('unknown' in leaf) unknown.push(leaf.unknown);
		else if ('failure' in leaf) failures.push(leaf.failure);
		else {
			const field = edited(leaf.field);
			if (field === undefined) return;
			if ('squash' in field) for (const inner of leavesOf(read, seesAliases, field.squash, relies)) add(inner, one => one);
			else if (byName.has(field.name)) refuse(`a second field "${field.name}"`);
			else byName.set(field.name, field);
		}
	};
	for (const leaf of leavesOf(read, seesAliases, struct, relies)) add(leaf, edited);
	const accessors = new Set<string>();
	const fields: FlatField[] = [];
	for (const field of byName.values()) {
		if (accessors.has(field.accessor)) refuse(`field "${field.name}": a second attribute "${field.accessor}"`);
		else fields.push(field);
		accessors.add(field.accessor);
	}
	const [failure] = failures;
	return { fields, unknown, ...(failure ? { failure } : {}) };
}
