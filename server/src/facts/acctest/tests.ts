import type { X } from '../../syntax/go/body/body';
import { type Place, partOfPlace } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { placeOf, type Scope, scopesIn } from '../go/body';
import { importPaths } from '../go/packages';
import { dotted, printType } from '../go/print';
import { denotedType, exprAt } from '../go/resolve';
import { goTests } from '../go/sources';
import { hasString } from '../go/strings';
import { symbol } from '../go/symbols';
import { coreModule, sdkModule } from '../plugin/module';

/** The package of the SDK that runs acceptance tests. */
export const acctest = `${sdkModule}/acctest`;

/** The packages whose import makes a test file an acceptance test: the SDK's, and what came before it. */
const testPackages = [acctest, `${coreModule}/acctest`, `${coreModule}/helper/builder/testing`];

/** The test files that run acceptance tests: they import the SDK's acctest, its predecessor, or ask for PACKER_ACC. */
export const acceptanceTests: Fact<readonly string[]> = read => read(goTests).filter(path => read(isAcceptanceTest, path));

const isAcceptanceTest: Fact<boolean, string> = (read, path) =>
	read(importPaths, path).some(imported => testPackages.some(own => imported === own || imported.startsWith(`${own}/`))) ||
	read(hasString, symbol(path, 'PACKER_ACC'));

/** One `acctest.PluginTestCase{…}`. */
export interface TestCase {
	/** The type in the literal. */
	readonly place: Place;
	/** The fields it is given, here or by an assignment in the file; undefined where they are given without names. */
	readonly fields?: readonly string[];
	/** The value of the last field that it is given here. */
	readonly last?: Place;
}

/** The test case that an expression makes; undefined for any other expression. */
export function testCaseOf(read: Read, scope: Scope, x: X): TestCase | undefined {
	const literal = exprAt(scope, x);
	const type = literal.op === 'composite' && literal.type?.kind === 'name' ? denotedType(read, scope.path, literal.type) : undefined;
	if (literal.op !== 'composite' || literal.type === undefined || type?.kind !== 'package') return undefined;
	if (type.path !== acctest || type.name !== 'PluginTestCase') return undefined;
	const fields = literal.entries.flatMap(([key]) => (key === undefined ? [] : (dotted(scope.body, key) ?? [])));
	const last = literal.entries.at(-1)?.[1];
	return {
		place: partOfPlace(placeOf(scope, x), 0, printType(literal.type).length),
		...(literal.entries.length > 0 && fields.length === 0 ? {} : { fields: [...fields, ...read(assignedFields, scope.path)] }),
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
