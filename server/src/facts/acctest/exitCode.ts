import type { Expr } from '../../syntax/go/body/body';
import { type Edit, insertAfter } from '../../text/edit';
import { partOfPlace } from '../../text/place';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { isInside } from '../go/blocks';
import { placeOf } from '../go/body';
import { importing } from '../go/imports';
import { denoted, exprAt } from '../go/resolve';
import { locate } from '../places/locate';
import { parametersOf, type TestFunction, usesLocal } from './checkFunction';

/**
 * Whether the function of a `Check` looks at nothing but the log of the build: it calls what reads and searches texts only, and looks for no words about how a
 * build ended, or about an error that it may expect.
 */
export function readsLogOnly(read: Read, fn: TestFunction): boolean {
	const { scope, block } = fn;
	const { body } = scope;
	const [, log] = parametersOf(fn);
	if (log === undefined || !usesLocal(fn, log)) return false;
	if (body.exprs.some(expr => (expr.op === 'select' || expr.op === 'ref') && expr.name.length < 100 && expectation.test(expr.name))) return false;
	return body.calls.every(x => {
		const call = exprAt(scope, x);
		if (call.op !== 'call' || !isInside(body, call.block, block)) return true;
		const callee = exprAt(scope, call.fn);
		if (callee.op === 'type') return true;
		const found = denoted(read, scope, call.fn);
		const name = callee.op === 'select' || callee.op === 'ref' ? callee.name : '';
		const known = found?.kind === 'package' ? (found.path === undefined ? predeclared.test(name) : textual.test(`${found.path}.${name}`)) : methods.test(name);
		return known && (reports.test(name) || !call.args.some(arg => saysEnding(exprAt(scope, arg))));
	});
}

const saysEnding = (said: Expr) => said.op === 'literal' && said.kind === 'string' && ending.test(said.value);

const predeclared = /^(?:string|len|append|byte|make|min|max)$/;
const textual = /^(?:(?:strings|bytes|regexp|fmt|errors|bufio|io|log|strconv|slices)\.\w+|(?:os|io\/ioutil)\.(?:Open|ReadFile|ReadAll|Getwd))$/;
const methods = /^(?:Close|Error|Errorf|Fatal|Fatalf|Log|Logf|Helper|Match|MatchString|Find\w*|String|Scan|Text|Err|Read\w*)$/;

/** Functions that only say what is wrong. */
const reports = /^(?:Errorf?|Fatalf?|Logf?|Skipf?|New|Print\w*)$/;

/** Names of what says that a build is to fail. */
const expectation = /(?:want|expect|should)\w*(?:err|fail)/i;

const ending = /err|fail|finish|invalid|unable|cannot|denied|not found|success|complete|artifact|exit/i;

/** The edits that have the literal of a `Check` look at the exit code of its command first. Reads offsets: for fixes only. */
export function exitCodeCheck(read: Read, fn: TestFunction, command: string): readonly Edit[] {
	const { scope, literal } = fn;
	if (literal === undefined) return [];
	const place = placeOf(scope, literal);
	const { start, end } = locate(read, place);
	const source = read(text, scope.path) ?? '';
	const open = source.slice(start, end).indexOf('{');
	const indent = /(?:^|\n)([ \t]*)[^\n]*$/.exec(source.slice(0, start))?.[1] ?? '';
	const [, log] = parametersOf(fn).map(local => scope.body.locals[local]?.name);
	const fmt = importing(read, scope.path, 'fmt', 'gofmt');
	const says = log === undefined || log === '_' ? '"packer build ended with %d", ' : '"packer build ended with %d, see %s", ';
	const last = log === undefined || log === '_' ? '' : `, ${log}`;
	const code = `${command}.ProcessState.ExitCode()`;
	const lines = [`if ${command}.ProcessState != nil && ${code} != 0 {`, `\treturn ${fmt.name}.Errorf(${says}${code}${last})`, '}'];
	return [...fmt.edits, insertAfter(partOfPlace(place, open, open + 1), lines.map(line => `\n${indent}\t${line}`).join(''))];
}
