import type { B, Body, Expr, X } from '../../syntax/go/body/body';
import type { Fact, Read } from '../core/database';
import { functionOf } from '../go/blocks';
import { type Scope, scopeOf } from '../go/body';
import { goFile } from '../go/file';
import { linkedDirectories } from '../go/linked';
import { importPaths } from '../go/packages';
import { denoted, exprAt } from '../go/resolve';
import { goSourcesIn } from '../go/sources';
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

/** A function in which something writes to stdout. */
export interface Writer {
	readonly scope: Scope;
	readonly writes: readonly [Write, ...Write[]];
}

/** Where something writes to stdout whenever Packer starts the plugin, or under a condition: in `main` on the way to `Run` or after it, and in `init`. */
export function stdoutWriters(read: Read): readonly Writer[] {
	return read(startingFunctions).flatMap(({ path, decl }) => {
		const scope = scopeOf(read, path, decl);
		const [first, ...others] = scope ? writesIn(read, scope) : [];
		return scope && first ? [{ scope, writes: [first, ...others] as const }] : [];
	});
}

/** The functions of the module that run when the plugin starts, in files that can write to stdout. */
const startingFunctions: Fact<ReadonlyArray<{ readonly path: string; readonly decl: string }>> = read => {
	const main = read(entry)?.dir;
	return read(linkedDirectories).flatMap(dir =>
		read(goSourcesIn, dir).flatMap(path => {
			if (!read(importPaths, path).some(imported => imported === 'fmt' || imported === 'os')) return [];
			const functions = read(goFile, path)?.functions ?? [];
			return functions.filter(f => f.receiver === undefined && (f.name === 'init' || (f.name === 'main' && dir === main))).map(({ decl }) => ({ path, decl }));
		}),
	);
};

function writesIn(read: Read, scope: Scope): readonly Write[] {
	const { body } = scope;
	const writes = body.calls.flatMap(call => writeOf(read, scope, call) ?? []);
	if (writes.length === 0) return [];
	const blockOf = (x: X) => (exprAt(scope, x) as Expr & { readonly op: 'call' }).block;
	const isOwn = (x: X) => functionOf(body, blockOf(x)) === 0 && fallsOut(body, blockOf(x));
	if (scope.decl !== 'main') return writes.filter(({ call }) => isOwn(call));
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
