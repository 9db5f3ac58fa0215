import type { Body, Expr, X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { dirname } from '../core/paths';
import type { Scope } from '../go/body';
import { callsTo, scopeAt } from '../go/calls';
import { importPaths } from '../go/packages';
import { partsIn } from '../go/parts';
import { dotted } from '../go/print';
import { denoted, exprAt } from '../go/resolve';
import { named } from '../go/symbols';

/** A secret that predictable numbers make: the first call that gives one, the function as written there, and the name of the secret. */
export interface WeakRandom {
	readonly x: X;
	readonly call: string;
	readonly secret: string;
}

/** What is called so is a secret: a password, a passphrase, a secret. A token may as well be one that makes a request unique. */
const isSecret = (name: string): boolean => /passw(?:or)?d|passphrase|secret/i.test(name) && !about.test(name);
/** Names of things about a secret, and of functions that do something with one. */
const about =
	/(?:Names?|I[dD]|Path|File|Dir|Length|Len|Size|Count|Suffix|Prefix|Delay|Timeout|Retry|Retries|Version|Policy|Url|URL|Index|Idx|Num|Number|Port|Offset|Attempts?|Jitter|Backoff|Interval|TTL|Ttl|Expiry|Label|Tag|Type|Kind|Less|less)$|secretsManager|^(?:mock|fake|dummy|sample|example|waitFor|wait|get|read|fetch|delete|remove|find|check|validate|use|skip)(?![a-z])/;
/** The names of `math/rand` that give no number. */
const noNumber = /^(?:Seed|New|NewSource|NewZipf)$/;

/** Those that only order what is there: made by `crypto/rand`, it can be predicted no better. */
const orders = /^(?:Shuffle|Perm)$/;

/** The secret that a function makes of numbers of `math/rand`: by its own name, by what it assigns them to, or by what a caller assigns its result to. */
export function weakRandomOf(read: Read, scope: Scope): WeakRandom | undefined {
	const { body } = scope;
	const numbers = body.calls.filter(x => givesNumber(read, scope, x));
	const [first] = numbers;
	if (first === undefined) return undefined;
	const call = dotted(body, (exprAt(scope, first) as Expr & { readonly op: 'call' }).fn) ?? 'rand';
	const assigned = numbers.flatMap(x => secretOf(body, x) ?? [])[0];
	const ownName = scope.decl.slice(scope.decl.lastIndexOf('.') + 1);
	const own = assigned ?? (isSecret(ownName) && returnsValue(scope) ? ownName : undefined);
	const secret = own ?? secretOfCallers(read, scope);
	return secret === undefined ? undefined : { x: first, call, secret };
}

/** Whether a function returns something. */
const returnsValue = ({ body }: Scope): boolean => body.statements.some(statement => statement.kind === 'return' && statement.values.length > 0);

function givesNumber(read: Read, scope: Scope, x: X): boolean {
	const call = exprAt(scope, x);
	const fn = call.op === 'call' ? denoted(read, scope, call.fn) : undefined;
	if (fn?.kind !== 'package' || fn.path !== 'math/rand' || noNumber.test(fn.name) || isDelay(read, scope, x)) return false;
	return !(orders.test(fn.name) && read(importPaths, scope.path).includes('crypto/rand'));
}

/** Whether a number is a part of a duration, or of how long to sleep. */
function isDelay(read: Read, scope: Scope, x: X): boolean {
	return scope.body.exprs.some((expr, whole) => {
		const ofTime = (part: X) => {
			const found = denoted(read, scope, part);
			return found?.kind === 'package' && found.path === 'time';
		};
		const isTime = expr.op === 'call' ? ofTime(expr.fn) : expr.op === 'binary' && expr.of.some(ofTime);
		return isTime && partsIn(scope.body, whole).has(x);
	});
}

/** The secret to which a statement assigns what a call gives, `password[i]` or `password`, as far as that is a part of the value. */
function secretOf(body: Body, x: X): string | undefined {
	for (const statement of body.statements) {
		if (statement.kind !== 'assign') continue;
		const names = statement.targets.map(target => nameOf(body, target));
		const nth = statement.values.findIndex(value => partsIn(body, value).has(x));
		const name = names[statement.values.length === names.length ? nth : 0];
		if (nth !== -1 && name !== undefined && isSecret(name)) return name;
	}
	return undefined;
}

function nameOf(body: Body, target: X): string | undefined {
	const expr = body.exprs[target] as Expr;
	if (expr.op === 'index') return nameOf(body, expr.of);
	return expr.op === 'select' ? expr.name : expr.op === 'ref' ? expr.name : undefined;
}

/** The secret to which a caller assigns the result of a function of the module. */
function secretOfCallers(read: Read, { path, decl }: Scope): string | undefined {
	const name = decl.slice(decl.lastIndexOf('.') + 1);
	const key = decl.includes('.') ? `.${name}` : named(dirname(path), name);
	for (const call of read(callsTo, key)) {
		const found = dirname(call.path) === dirname(path) || !decl.includes('.') ? secretOf(scopeAt(read, call).body, call.x) : undefined;
		if (found !== undefined) return found;
	}
	return undefined;
}
