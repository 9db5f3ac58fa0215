import type { X } from '../../syntax/go/body/body';
import { type Place, partOfPlace } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { placeOf, type Scope, scopesIn } from '../go/body';
import { dotted, printType } from '../go/print';
import { denotedType, exprAt } from '../go/resolve';
import { acctest } from './tests';

/** One `acctest.PluginTestCase{…}`. */
export interface TestCase {
	/** The type in the literal. */
	readonly place: Place;
	/** The fields it is given here, with their values, and those that a function of the file assigns; undefined where they are given without names. */
	readonly fields?: ReadonlyMap<string, X>;
	readonly assigned: readonly string[];
	/** The value of the last field that it is given here. */
	readonly last?: Place;
}

/** The test case that an expression makes; undefined for any other expression. */
export function testCaseOf(read: Read, scope: Scope, x: X): TestCase | undefined {
	const literal = exprAt(scope, x);
	const type = literal.op === 'composite' && literal.type?.kind === 'name' ? denotedType(read, scope.path, literal.type) : undefined;
	if (literal.op !== 'composite' || literal.type === undefined || type?.kind !== 'package') return undefined;
	if (type.path !== acctest || type.name !== 'PluginTestCase') return undefined;
	const fields = literal.entries.flatMap(([key, value]) => {
		const name = key === undefined ? undefined : dotted(scope.body, key);
		return name === undefined ? [] : [[name, value] as const];
	});
	const last = literal.entries.at(-1)?.[1];
	return {
		place: partOfPlace(placeOf(scope, x), 0, printType(literal.type).length),
		...(fields.length < literal.entries.length ? {} : { fields: new Map(fields) }),
		assigned: read(assignedFields, scope.path),
		...(last === undefined ? {} : { last: placeOf(scope, last) }),
	};
}

/** The names of the fields that the functions of a file assign to. */
const assignedFields: Fact<readonly string[], string> = (read, path) =>
	scopesIn(read, path).flatMap(scope =>
		scope.body.statements.flatMap(statement =>
			(statement.kind === 'assign' ? statement.targets : []).flatMap(x => {
				const target = exprAt(scope, x);
				return target.op === 'select' ? [target.name] : [];
			}),
		),
	);
