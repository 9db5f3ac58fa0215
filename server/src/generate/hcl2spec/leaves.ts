import type { Read } from '../../facts/core/database';
import type { Origin } from '../go/origin';
import { type NamedType, print } from '../go/types';
import { type Leaf, stepsIn } from './steps';

/** How many fields of a struct are looked at. Two structs that each squash the next twice have twice as many at each step. */
const most = 2000;

/** How many structs that a struct squashes are looked at, as they need not have fields. */
const mostStructs = 10_000;

/** How deep structs may squash each other: nobody goes this deep, and the stack is finite. */
const deepest = 100;

/** The fields of a struct and of those it squashes (SDK getMapstructureSquashedStruct), two of one name included; `relies` gets the packages that only generated files tell of. */
export function leavesOf(read: Read, seesAliases: boolean, struct: NamedType, relies: Set<string>): readonly Leaf[] {
	const leaves: Leaf[] = [];
	let structs = 0;
	const walk = (type: NamedType, from: Origin | undefined, outer: readonly string[]): void => {
		if (leaves.length > most || structs++ > mostStructs) return;
		const key = print(type);
		if (outer.length > deepest) {
			leaves.push({ unknown: { message: `structs squash each other more than ${deepest} deep` } });
			return;
		}
		if (outer.includes(key)) {
			leaves.push({ unknown: { message: `${[...outer, key].join(' → ')}: structs that embed each other` } });
			return;
		}
		const found = read(stepsIn, `${type.path}\0${type.name}\0${seesAliases}`);
		for (const of of found.relies) relies.add(of);
		for (const step of found.steps) {
			if ('squash' in step) walk(step.squash, step.origin ?? from, [...outer, key]);
			else if ('field' in step && step.field.origin === undefined && from) leaves.push({ field: { ...step.field, origin: from } });
			else leaves.push(step);
		}
	};
	walk(struct, undefined, []);
	if (leaves.length > most) return [{ unknown: { message: `it has more than ${most} fields` } }];
	if (structs > mostStructs) return [{ unknown: { message: `it squashes more than ${mostStructs} structs` } }];
	return leaves;
}
