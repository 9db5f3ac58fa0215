import type { Expr, X } from '../../syntax/go/body/body';
import type { Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { dirname } from '../core/paths';
import { functionOf, isInside } from '../go/blocks';
import { placeOf, type Scope } from '../go/body';
import { callsTo, type ExprAt, scopeAt } from '../go/calls';
import { dotted, print } from '../go/print';
import { exprAt, selected } from '../go/resolve';
import { boundTo, defaultName, stringOf } from '../go/values';
import { entry, servingDirectories } from './entry';

/** The kinds of component, as `packer plugins` and the integrations portal tell them apart. */
export const kinds = ['builder', 'provisioner', 'post-processor', 'datasource'] as const;
export type Kind = (typeof kinds)[number];

/** One `RegisterBuilder("name", new(pkg.Builder))`, or one of its sisters. */
export interface Registration {
	readonly kind: Kind;
	/** As registered; `''` for plugin.DEFAULT_NAME; undefined if it is not known without running the plugin. */
	readonly name?: string;
	/** Whether the call has no name, as before Packer 1.7. */
	readonly legacy: boolean;
	/** What is registered: an expression. */
	readonly value: ExprAt;
	/** The call that registers it. */
	readonly call: ExprAt;
	/** What it is registered with, as written: `pps`. */
	readonly receiver: string;
	/** The whole call, and its name argument (the call, where there is none); of a loop over a map both are the entry's key. */
	readonly place: Place;
	readonly namePlace: Place;
	/** Whether the name is a string literal where `namePlace` is. */
	readonly literal: boolean;
}

const methods: ReadonlyArray<readonly [method: string, kind: Kind]> = [
	['RegisterBuilder', 'builder'],
	['RegisterProvisioner', 'provisioner'],
	['RegisterPostProcessor', 'post-processor'],
	['RegisterDatasource', 'datasource'],
];

/** Every registration of the plugin, in the order of files and calls. */
export const registrations: Fact<readonly Registration[]> = read => {
	if (read(entry) === undefined) return [];
	const dirs = read(servingDirectories);
	const calls = methods.flatMap(([method, kind]) =>
		read(callsTo, selected(method))
			.filter(call => dirs.includes(dirname(call.path)))
			.map(call => ({ kind, call })),
	);
	const order = (path: string) => dirs.indexOf(dirname(path));
	calls.sort(
		(a, b) => order(a.call.path) - order(b.call.path) || compare(a.call.path, b.call.path) || compare(a.call.decl, b.call.decl) || a.call.x - b.call.x,
	);
	return calls.flatMap(({ kind, call }) => ofCall(read, kind, call));
};

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The registrations that repeat one before them on the same set, in the same function, for the same kind and name. Only where the earlier
 * one has certainly run when the later one runs: it stands in the same block, or in one around it.
 */
export const repeatedRegistrations: Fact<readonly Registration[]> = read => {
	const before = new Map<string, Registration[]>();
	return read(registrations).filter(one => {
		if (one.name === undefined || one.legacy) return false;
		const key = [one.kind, one.name, one.receiver, one.call.path, one.call.decl].join('\0');
		const same = before.get(key) ?? [];
		const repeats = same.some(earlier => runsBefore(read, earlier.call, one.call));
		same.push(one);
		before.set(key, same);
		return repeats;
	});
};

function runsBefore(read: Read, earlier: ExprAt, later: ExprAt): boolean {
	const { body } = scopeAt(read, later);
	const block = ({ x }: ExprAt) => (body.exprs[x] as Expr & { op: 'call' }).block;
	return isInside(body, block(later), block(earlier)) && functionOf(body, block(later)) === functionOf(body, block(earlier));
}

function ofCall(read: Read, kind: Kind, at: ExprAt): Registration[] {
	const scope = scopeAt(read, at);
	const call = exprAt(scope, at.x);
	const fn = call.op === 'call' ? exprAt(scope, call.fn) : undefined;
	if (call.op !== 'call' || fn?.op !== 'select' || call.args.length === 0 || call.args.length > 2) return [];
	const base = { kind, call: at, receiver: dotted(scope.body, fn.of) ?? print(scope.body, fn.of) };
	const made = call.args.length === 2 ? fromLoop(read, scope, call.args as readonly [X, X]) : undefined;
	return made?.map(one => ({ ...base, ...one })) ?? [{ ...base, ...single(read, scope, at, call.args) }];
}

function single(read: Read, scope: Scope, { path, decl, x }: ExprAt, args: readonly X[]) {
	const [first, second] = args as [X, X?];
	const place = placeOf(scope, x);
	return {
		...named(second === undefined ? '' : nameOf(read, scope, first)),
		legacy: second === undefined,
		value: { path, decl, x: second ?? first },
		place,
		namePlace: second === undefined ? place : placeOf(scope, first),
		literal: isString(scope, first),
	};
}

/** The registrations of `for name, component := range map[…]…{…} { pps.RegisterX(name, component) }`; undefined if it is another call. */
function fromLoop(read: Read, scope: Scope, [key, value]: readonly [X, X]) {
	const loop = ranged(scope, key);
	if (loop?.nth !== 0 || ranged(scope, value)?.init !== loop.init || ranged(scope, value)?.nth !== 1 || loop.init === undefined) return undefined;
	const over = exprAt(scope, loop.init);
	const map = over.op === 'composite' ? { scope, value: loop.init } : boundTo(read, scope, loop.init);
	const literal = map?.value === undefined ? undefined : exprAt(map.scope, map.value);
	if (map === undefined || literal?.op !== 'composite' || literal.type?.kind !== 'map') return undefined;
	return literal.entries.flatMap(([name, x]) => {
		if (name === undefined) return [];
		const place = placeOf(map.scope, name);
		const at = { path: map.scope.path, decl: map.scope.decl, x };
		return [{ ...named(nameOf(read, map.scope, name)), legacy: false, value: at, place, namePlace: place, literal: isString(map.scope, name) }];
	});
}

/** The local that an expression names, if a range declares it. */
function ranged({ body }: Scope, x: X) {
	const expr = body.exprs[x];
	const local = expr?.op === 'ref' && expr.to !== undefined ? body.locals[expr.to] : undefined;
	return local?.ranges && local.writes.length === 0 ? local : undefined;
}

const named = (name: string | undefined) => (name === undefined ? {} : { name });

function isString(scope: Scope, x: X): boolean {
	const expr = exprAt(scope, x);
	return expr.op === 'literal' && expr.kind === 'string';
}

/** The name that an expression stands for, `''` for plugin.DEFAULT_NAME. */
function nameOf(read: Read, scope: Scope, x: X): string | undefined {
	const name = stringOf(read, scope, x)?.value;
	return name === defaultName ? '' : name;
}
