import type { B, Body, Expr, X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { dirname } from '../core/paths';
import { functionOf } from '../go/blocks';
import type { Scope } from '../go/body';
import { linkedDirectories } from '../go/linked';
import { denoted, exprAt } from '../go/resolve';
import { entry } from './entry';
import { runsSet } from './setCalls';

/** A call that writes to stdout, or has the log written there. */
export interface Write {
	readonly kind: 'print' | 'write' | 'log';
	readonly call: X;
	/** What is called. */
	readonly fn: X;
	/** `os.Stdout`, where the call names it. */
	readonly stdout?: X;
}

/** The calls that write to stdout whenever Packer starts the plugin, or under a condition: in `main` on the way to `Run` or after it, in `init`, and in what package variables are set to. */
export function writesToStdout(read: Read, scope: Scope): readonly Write[] {
	const { body, decl } = scope;
	const isValue = body.statements.some(({ block }) => block === -1);
	const isMain = decl === 'main' && dirname(scope.path) === read(entry)?.dir;
	if (!isMain && !isValue && !/^init(?:#\d+)?$/.test(decl)) return [];
	const writes = body.calls.flatMap(call => writeOf(read, scope, call) ?? []);
	if (writes.length === 0 || !read(linkedDirectories).includes(dirname(scope.path))) return [];
	const blockOf = (x: X) => (exprAt(scope, x) as Expr & { readonly op: 'call' }).block;
	const isOwn = (x: X) => isValue || (functionOf(body, blockOf(x)) === 0 && fallsOut(body, blockOf(x)));
	if (!isMain) return writes.filter(({ call }) => isOwn(call));
	const runs = body.calls.filter(x => functionOf(body, blockOf(x)) === 0 && runsSet(read, scope, x));
	const reaches = (call: X, run: X) =>
		call < run ? isOwn(call) && !areAlternatives(body, blockOf(call), blockOf(run)) : blockOf(call) === 0 && fallsOut(body, blockOf(run));
	return writes.filter(({ call }) => runs.some(run => reaches(call, run)));
}

function writeOf(read: Read, scope: Scope, call: X): Write | undefined {
	const expr = exprAt(scope, call) as Expr & { readonly op: 'call' };
	const { fn, args } = expr;
	const [first] = args;
	const callee = exprAt(scope, fn);
	if (callee.op !== 'select') return undefined;
	if (isStdout(read, scope, callee.of)) return /^Write/.test(callee.name) ? { kind: 'write', call, fn, stdout: callee.of } : undefined;
	const found = denoted(read, scope, fn);
	if (found?.kind !== 'package') return undefined;
	if (found.path === 'fmt' && /^Print(?:f|ln)?$/.test(found.name)) return { kind: 'print', call, fn };
	if (first === undefined || !isStdout(read, scope, first)) return undefined;
	if (found.path === 'fmt' && found.name.startsWith('Fprint')) return { kind: 'write', call, fn, stdout: first };
	return found.path === 'log' && found.name === 'SetOutput' ? { kind: 'log', call, fn, stdout: first } : undefined;
}

function isStdout(read: Read, scope: Scope, x: X): boolean {
	const found = denoted(read, scope, x);
	return found?.kind === 'package' && found.path === 'os' && found.name === 'Stdout';
}

/** Whether control goes on behind a block, and all blocks around it within the function. */
function fallsOut({ blocks }: Body, block: B): boolean {
	for (let at = block; at > 0; at = blocks[at]?.parent ?? -1) if (blocks[at]?.ends !== 'falls') return false;
	return true;
}

/** Whether only one of two blocks runs: branches of an `if`, or cases of a switch. */
function areAlternatives({ blocks }: Body, a: B, b: B): boolean {
	const chain = (block: B) => {
		const found: B[] = [];
		for (let at = block; at !== -1; at = blocks[at]?.parent ?? -1) found.unshift(at);
		return found;
	};
	const [one, other] = [chain(a), chain(b)];
	const split = one.findIndex((block, i) => block !== other[i]);
	return split > 0 && split < other.length && blocks[one[split - 1] as B]?.by === 'header';
}
