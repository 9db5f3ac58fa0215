import type { Fact } from '../../facts/core/database';
import type { Origin } from '../go/origin';
import { leavesOf } from '../hcl2spec/leaves';
import type { FlatField } from '../hcl2spec/steps';
import { madeStructs } from './made';

/** A second field of a struct that has the name, or the attribute's name, of one before it, with those squashed: packer-sdc stops there. */
export interface Duplicate {
	readonly what: 'field' | 'attribute';
	/** The name that both have, and that of the second field. */
	readonly shared: string;
	readonly name: string;
	readonly struct: string;
	readonly origin: Origin;
	/** Where the first one comes from, where that is in this module. */
	readonly first?: { readonly name: string; readonly origin: Origin };
}

/** The first field of each struct at which packer-sdc stops, each once; fields of other modules aside. */
export const duplicates: Fact<readonly Duplicate[]> = read => {
	const found = new Map<string, Duplicate>();
	for (const { path, name, generator } of read(madeStructs)) {
		const one = generator.refusesDuplicates ? read(duplicateIn, `${path}\0${name}\0${generator.seesAliases}`) : undefined;
		const key = one && `${one.origin.path}\0${one.origin.type}\0${one.origin.field}\0${one.name}`;
		if (one && key !== undefined && !found.has(key)) found.set(key, one);
	}
	return [...found.values()];
};

/** The first field of one struct at which packer-sdc stops (`path\0name\0whether aliases are seen`), as it looks at all names first. */
const duplicateIn: Fact<Duplicate | undefined, string> = (read, key) => {
	const [path, struct, seesAliases] = key.split('\0', 3) as [string, string, string];
	const leaves = leavesOf(read, seesAliases === 'true', { kind: 'named', path, package: '', name: struct }, new Set());
	const fields = leaves.flatMap(leaf => ('field' in leaf ? [leaf.field] : []));
	if (fields.length < leaves.length) return undefined;
	const second = (nameOf: (field: FlatField) => string): readonly [FlatField, FlatField] | undefined => {
		const before = new Map<string, FlatField>();
		for (const field of fields) {
			const first = before.get(nameOf(field));
			if (first) return [first, field];
			before.set(nameOf(field), field);
		}
		return undefined;
	};
	const byName = second(field => field.name);
	const [first, field] = byName ?? second(field => field.accessor) ?? [];
	if (first === undefined || field?.origin === undefined || field.accessor === '-') return undefined;
	const { name, accessor, origin } = field;
	const shared = byName ? name : accessor;
	return { what: byName ? 'field' : 'attribute', shared, name, struct, origin, ...(first.origin ? { first: { name: first.name, origin: first.origin } } : {}) };
};
