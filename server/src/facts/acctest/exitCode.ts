import type { Expr, X } from '../../syntax/go/body/body';
import { type Edit, insertAfter } from '../../text/edit';
import { partOfPlace } from '../../text/place';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { isInside } from '../go/blocks';
import { placeOf, type Scope } from '../go/body';
import { importing } from '../go/imports';
import { partsIn } from '../go/parts';
import { denoted, exprAt } from '../go/resolve';
import { locate } from '../places/locate';
import { parametersOf, type TestFunction, usesLocal } from './checkFunction';
import { type MadeBy, textsOf } from './sought';

/**
 * Whether the function of a `Check` looks at nothing but the log of the build: it calls what reads and searches texts only, and looks for texts that are known and
 * say nothing about how a build ended, or an error that it may expect.
 */
export function readsLogOnly(read: Read, fn: TestFunction, made?: MadeBy): boolean {
	const { scope, block } = fn;
	const { body } = scope;
	const [, log] = parametersOf(fn);
	if (log === undefined || !usesLocal(fn, log) || body.exprs.some((expr, x) => expects(scope, expr, x))) return false;
	const isLog = (x: X | undefined) => {
		const arg = x === undefined ? undefined : exprAt(scope, x);
		return arg?.op === 'ref' && arg.to === log;
	};
	return body.calls.every(x => {
		const call = exprAt(scope, x);
		if (call.op !== 'call' || !isInside(body, call.block, block)) return true;
		const callee = exprAt(scope, call.fn);
		if (callee.op === 'type' || callee.op === 'func') return true;
		const found = denoted(read, scope, call.fn);
		const name = callee.op === 'select' || callee.op === 'ref' ? callee.name : '';
		const full = found?.kind === 'package' ? `${found.path ?? ''}.${name}` : callee.op === 'select' ? `().${name}` : '';
		if (opens.test(full)) return isLog(call.args[0]);
		if (!known.test(full)) return false;
		if (reports.test(name)) return true;
		const place = searches.find(([functions]) => functions.test(full))?.[1];
		const sought = place !== undefined ? call.args[place] : callee.op === 'select' && matches.test(full) ? callee.of : undefined;
		const texts = sought === undefined ? [] : textsOf(read, scope, sought, made);
		return texts !== undefined && ![...texts, ...saidIn(scope, call.args)].some(text => ending.test(text));
	});
}

/** Whether a name says that a build is to fail, or with which code: that of a variable or of a field, not of a function that is called. */
const expects = ({ body }: Scope, expr: Expr, x: X): boolean =>
	(expr.op === 'select' || expr.op === 'ref') &&
	expr.name.length < 100 &&
	expectation.test(expr.name) &&
	!body.calls.some(at => {
		const call = body.exprs[at];
		return call?.op === 'call' && call.fn === x;
	});

/** Whether a test of which nothing else is known is of something that must fail: its name, that of its case or of its template says so. */
export function mayRefuse(read: Read, scope: Scope, fields: ReadonlyMap<string, X>): boolean {
	const names = ['Name', 'Template'].flatMap(field => {
		const x = fields.get(field);
		if (x === undefined) return [];
		const said = [...partsIn(scope.body, x)].flatMap(part => {
			const expr = exprAt(scope, part);
			return expr.op === 'ref' || expr.op === 'select' ? [expr.name] : expr.op === 'literal' && expr.value.length < 100 ? [expr.value] : [];
		});
		return [...said, ...(field === 'Name' ? (textsOf(read, scope, x) ?? []) : [])];
	});
	return [scope.decl, ...names].some(name => refusal.test(name));
}

const saidIn = (scope: Scope, args: readonly X[]): readonly string[] =>
	args.flatMap(arg => {
		const said = exprAt(scope, arg);
		return said.op === 'literal' && said.kind === 'string' ? [said.value] : [];
	});

/** What only reads and searches texts: functions of packages, and methods of what they return. */
const known =
	/^(?:\.(?:string|len|append|byte|make|min|max)|(?:strings|bytes|regexp|fmt|errors|bufio|io|log|strconv|slices)\.\w+|(?:io\/ioutil|os)\.(?:ReadAll|Getwd)|\(\)\.(?:Close|Error|Errorf|Fatal|Fatalf|Log|Logf|Helper|Match|MatchString|Find(?:All)?(?:String)?(?:Submatch)?(?:Index)?|String|Bytes|Scan|Text|Err|Read(?:All|Bytes|Line|Rune|String)?))$/;
const opens = /^(?:os|io\/ioutil)\.(?:Open|ReadFile)$/;

/** The functions that search, and which of their arguments says for what. */
const searches: ReadonlyArray<readonly [functions: RegExp, argument: number]> = [
	[/^(?:strings|bytes)\.(?:Contains|Count|Cut|EqualFold|HasPrefix|HasSuffix|Index|LastIndex|Split\w*)$/, 1],
	[/^regexp\.\w+$/, 0],
];

/** The methods of a regular expression that search. */
const matches = /^\(\)\.(?:Match|Find)/;

/** Functions that only say what is wrong. */
const reports = /^(?:Errorf?|Fatalf?|Logf?|Skipf?|New|Print\w*)$/;

/** Names of what says that a build is to fail. */
const expectation =
	/(?:want|expect|should)\w*(?:err|fail|exit|code|status|succe|pass)|exit_?(?:code|status)|(?:err(?:or)?|fail(?:ure)?)\w*(?:want|expect|pattern|msg|message|text|regex|substr|contains)|^(?:is_?)?(?:fail(?:s|ing|ure)?|refuse[sd]?|reject(?:s|ed)?|(?:in)?valid|succeeds?|negative|code)$/i;

const ending =
	/err|fail|finish|invalid|unable|cannot|can't|denied|not |no such|success|complete|artifact|exit|-->|must|already|missing|requir|support|expect|refus|reject|forbid|conflict|exceed|unknown|undefined|illegal|abort|cancel|time[sd]? ?out|disallow|allowed|incorrect|malformed|duplicate/i;

const refusal =
	/err|fail|invalid|missing|support|refus|reject|den(?:y|ied)|forbid|negative|bad|wrong|without|must|requir|illegal|expect|already|exists|duplicate|conflict|broken|malformed|unknown|empty|unset|absent|never|abort|cancel|timeout|validat/i;

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
