import type { Place } from '../../text/place';
import type { Fact } from '../core/database';
import { dirname } from '../core/paths';
import { scopesIn } from '../go/body';
import { goFile } from '../go/file';
import { importPaths } from '../go/packages';
import { goTests } from '../go/sources';
import { stringOf } from '../go/values';
import { testCaseOf } from './testCase';
import { acctest } from './tests';

/** The name of a test case, where it is written there. */
export interface CaseName {
	readonly value: string;
	readonly place: Place;
}

/** The names of the test cases in a test file, in its order; none of a file that is built on some conditions only. */
export const caseNamesIn: Fact<readonly CaseName[], string> = (read, path) => {
	if (!read(importPaths, path).includes(acctest) || read(goFile, path)?.constrained !== false) return [];
	return scopesIn(read, path).flatMap(scope =>
		scope.body.exprs.flatMap((expr, x) => {
			const name = expr.op === 'composite' ? testCaseOf(read, scope, x)?.fields?.get('Name') : undefined;
			const said = name === undefined ? undefined : stringOf(read, scope, name);
			return said === undefined || said.place.path !== path ? [] : [{ value: said.value, place: said.place }];
		}),
	);
};

/** The test cases of a package that have the same name, several each. */
export const repeatedNames: Fact<ReadonlyArray<readonly CaseName[]>> = read => {
	const found = new Map<string, CaseName[]>();
	for (const path of read(goTests))
		for (const name of read(caseNamesIn, path)) {
			const key = `${dirname(path)}\0${name.value}`;
			found.set(key, [...(found.get(key) ?? []), name]);
		}
	return [...found.values()].filter(names => names.length > 1);
};
