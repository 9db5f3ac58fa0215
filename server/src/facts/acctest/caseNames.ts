import type { B, Block, Body, X } from '../../syntax/go/body/body';
import type { Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { dirname } from '../core/paths';
import { functionOf, isInside } from '../go/blocks';
import { type Scope, scopeOf, scopesIn } from '../go/body';
import { constrained } from '../go/condition';
import { goFile } from '../go/file';
import { importPaths } from '../go/packages';
import { dotted } from '../go/print';
import { exprAt } from '../go/resolve';
import { goTests } from '../go/sources';
import { type Said, stringOf } from '../go/values';
import { functionAt } from './checkFunction';
import { isRunWith, runsTestCases } from './running';
import { testCaseOf } from './testCase';
import { acctest } from './tests';

/** The name of a test case, where it is written there. */
export interface CaseName {
	readonly value: string;
	readonly place: Place;
	/** The declaration that makes the test case, and the block in it. */
	readonly decl: string;
	readonly block: B;
}

/**
 * The names of the test cases in a test file, in its order: of those that are run with the name that their literal gives them, in the folder of the package.
 * None of a file that is built on some conditions only.
 */
export const caseNamesIn: Fact<readonly CaseName[], string> = (read, path) => {
	const file = read(goFile, path);
	if (!read(importPaths, path).includes(acctest) || file === undefined || constrained(path, file)) return [];
	return scopesIn(read, path).flatMap(scope => {
		if (!runsTestCases(scope) || changesFolder(read, scope) || asksPlatform(scope)) return [];
		return scope.body.exprs.flatMap((expr, x) => {
			if (expr.op !== 'composite') return [];
			const said = caseName(read, scope, x);
			return said === undefined ? [] : [{ value: said.value, place: said.place, decl: scope.decl, block: expr.block }];
		});
	});
};

/** The name with which a test case is run that a literal makes; undefined for another literal, and where it is not known or set later. */
export function caseName(read: Read, scope: Scope, x: X): Said | undefined {
	const name = testCaseOf(read, scope, x)?.fields?.get('Name');
	const said = name === undefined || !isRunWith(scope, x, 'Name') ? undefined : stringOf(read, scope, name);
	return said?.place.path === scope.path ? said : undefined;
}

/** Whether a function goes to another folder, or makes folders: itself, or by a helper of the module. */
export function changesFolder(read: Read, scope: Scope, depth = 0): boolean {
	const { body } = scope;
	return body.calls.some(x => {
		const call = exprAt(scope, x);
		if (call.op !== 'call') return false;
		if (/(?:^|\.)(?:Chdir|Mkdir\w*|Setwd)$/.test(dotted(body, call.fn) ?? '')) return true;
		const helper = depth === 0 && exprAt(scope, call.fn).op !== 'func' ? functionAt(read, scope, call.fn) : undefined;
		return helper !== undefined && helper.scope.decl !== scope.decl && changesFolder(read, helper.scope, depth + 1);
	});
}

/** Whether a function asks on which platform it runs: another may have a test case of the same name for the other platforms. */
const asksPlatform = ({ body }: Scope) => body.exprs.some((expr, x) => expr.op === 'select' && /^runtime\.GO(?:OS|ARCH)$/.test(dotted(body, x) ?? ''));

/** The test cases of a package that have the same name, several each. */
export const repeatedNames: Fact<ReadonlyArray<readonly CaseName[]>> = read => {
	const found = new Map<string, CaseName[]>();
	for (const path of read(goTests))
		for (const name of read(caseNamesIn, path)) {
			const key = `${dirname(path)}\0${name.value}`;
			const same = found.get(key) ?? [];
			if (!same.some(other => isAlternative(read, other, name))) found.set(key, [...same, name]);
		}
	return [...found.values()].filter(names => names.length > 1);
};

/** Whether one run of a function makes only one of two test cases: they stand in different branches of one statement, or the first in a branch that leaves the function. */
function isAlternative(read: Read, { place, decl, block }: CaseName, later: CaseName): boolean {
	const body = place.path === later.place.path && decl === later.decl ? scopeOf(read, place.path, decl)?.body : undefined;
	if (body === undefined || functionOf(body, block) !== functionOf(body, later.block)) return false;
	for (let at = block; at !== -1; at = parentOf(body, at)) {
		if (isInside(body, later.block, at)) return false;
		const { by, ends, parent } = body.blocks[at] as Block;
		if (ends === 'returns' || ends === 'exits') return true;
		const isOther = (one: Block, index: B) => index !== at && one.parent === parent && branches.has(one.by) && isInside(body, later.block, index);
		if (branches.has(by) && body.blocks[parent]?.by === 'header' && body.blocks.some(isOther)) return true;
	}
	return false;
}

const branches: ReadonlySet<string> = new Set(['if', 'else', 'case']);
const parentOf = (body: Body, at: B): B => (body.blocks[at] as Block).parent;
