import type { Fact, Read } from '../../facts/core/database';
import type { Place } from '../../text/place';
import { type DeclaredField, declaredField } from './declared';
import { type Fault, faults } from './inputs';

/** Some fields of one struct that are wrong in the same way. */
export interface Group {
	readonly role: Fault['role'];
	readonly fields: readonly [Fault, ...Fault[]];
}

/** The faults of one kind (a `verdict`), those of one struct together. */
export const faultsOf: Fact<readonly Group[], string> = (read, verdict) => {
	const groups = new Map<string, [Fault, ...Fault[]]>();
	for (const fault of read(faults)) {
		if (fault.verdict !== verdict || !declaredField(read, fault.origin, fault.name)) continue;
		const key = `${fault.role}\0${fault.origin.path}\0${fault.origin.type}`;
		const group = groups.get(key);
		if (group) group.push(fault);
		else groups.set(key, [fault]);
	}
	return [...groups.values()].map(fields => ({ role: fields[0].role, fields }));
};

/** Where each field of a group stands. */
export const placesOf = (read: Read, { fields }: Group): readonly (DeclaredField & { readonly fault: Fault })[] =>
	fields.flatMap(fault => {
		const found = declaredField(read, fault.origin, fault.name);
		return found ? [{ ...found, fault }] : [];
	});

/** The related places of a finding about several fields: all but the first. */
export const others = (
	found: readonly (DeclaredField & { readonly fault: Fault })[],
	say: (fault: Fault) => string,
): ReadonlyArray<{ readonly at: Place; readonly message: string }> => found.slice(1).map(({ name, fault }) => ({ at: name, message: say(fault) }));
