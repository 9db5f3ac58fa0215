import type { X } from '../../syntax/go/body/body';
import type { Fact, Read } from '../core/database';
import { dirname } from '../core/paths';
import { type Scope, scopesIn } from '../go/body';
import { callsTo, scopeAt } from '../go/calls';
import { denoted, exprAt, selected } from '../go/resolve';
import { goSourcesIn } from '../go/sources';
import { named } from '../go/symbols';
import { calledBy, scopeOfFunction } from '../go/typeOf';

/** The fields that functions of its package, callers and the functions that it is given to set of an image; undefined where it is given to one that we do not know. */
export function completedFields(read: Read, scope: Scope, x: X, depth = 0): ReadonlySet<string> | undefined {
	const given = receiversOf(read, scope, x);
	if (given === undefined) return undefined;
	const name = scope.decl.slice(scope.decl.lastIndexOf('.') + 1);
	const dir = dirname(scope.path);
	// `State` of an artifact gives the image to Packer, which changes nothing.
	const callers = name === 'State' || depth > 2 ? [] : read(callsTo, scope.decl.includes('.') ? selected(name) : named(dir, name));
	const later = callers.map(call => completedFields(read, scopeAt(read, call), call.x, depth + 1));
	if (later.includes(undefined)) return undefined;
	return new Set([...read(assignedIn, dir), ...[scope, ...given].flatMap(assigned), ...later.flatMap(one => [...(one ?? [])])]);
}

/** The functions that are given a value, or the variable that holds it; undefined where one of them is not of this module. */
function receiversOf(read: Read, scope: Scope, x: X): readonly Scope[] | undefined {
	const { body } = scope;
	const values = new Set([x]);
	const holders = new Set<number>();
	for (const value of values) {
		const isIt = (one: X | undefined) => one === value;
		body.locals.forEach((local, index) => {
			if ((isIt(local.init) && (local.nth ?? 0) === 0) || local.writes.some(isIt)) holders.add(index);
		});
		body.exprs.forEach((expr, at) => {
			if (expr.op === 'unary' && expr.of === value) values.add(at);
			else if (expr.op === 'ref' && expr.to !== undefined && holders.has(expr.to)) values.add(at);
		});
	}
	const found: Scope[] = [];
	for (const at of body.calls) {
		const call = exprAt(scope, at);
		if (call.op !== 'call' || !call.args.some(arg => values.has(arg))) continue;
		const fn = denoted(read, scope, call.fn);
		if (fn?.kind === 'package' && (fn.path === undefined ? fn.name === 'append' : /^(?:fmt|log|reflect)$/.test(fn.path))) continue;
		const called = calledBy(read, scope, at);
		const there = called && scopeOfFunction(read, called);
		if (there === undefined) return undefined;
		found.push(there);
	}
	return found;
}

/** The names of the fields that a function assigns to. */
const assigned = ({ body }: Scope): readonly string[] =>
	body.statements.flatMap(statement =>
		(statement.kind === 'assign' ? statement.targets : []).flatMap(target => {
			const expr = body.exprs[target];
			return expr?.op === 'select' ? [expr.name] : [];
		}),
	);

/** The names of the fields of images that the functions of a package assign to. */
const assignedIn: Fact<readonly string[], string> = (read, dir) =>
	[...new Set(read(goSourcesIn, dir).flatMap(path => scopesIn(read, path).flatMap(assigned))).values()]
		.filter(name => /^(?:ImageID|ProviderName|ProviderRegion|SourceImageID)$/.test(name))
		.sort();
