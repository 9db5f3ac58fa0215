import type { Node } from '../../text/nodes';
import type { Span } from '../../text/span';
import type { GoModFile } from './file';
import { isMark, type Token } from './lines';

type Open<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };

/** The file while it is read, and the two ways to add to it. */
export interface Facts extends Open<GoModFile> {
	node(start: number, end: number): Node;
	problem(message: string, at: Span): undefined;
}

/** The most problems reported in one file. */
const mostProblems = 100;

/** A file that says nothing yet. */
export function emptyFacts(node: (start: number, end: number) => Node): Facts {
	const problems: { message: string; node: Node }[] = [];
	return {
		...{ godebug: [], tools: [], ignores: [], requires: [], replaces: [], excludes: [], retracts: [], blocks: [], unknown: [], problems, node },
		problem(message, at) {
			if (problems.length < mostProblems) problems.push({ message, node: node(at.start, at.end) });
			return undefined;
		},
	};
}

/** Reads one directive: its verb, the tokens after it, and the part of the line that is its own. */
export function readDirective(facts: Facts, verb: string, args: readonly Token[], line: Span, indirect: boolean): undefined {
	const wrong = (message: string) => facts.problem(message, line);
	const bad = args.find(token => token.error);
	if (bad?.error) return facts.problem(bad.error, bad);
	const [first, second] = args;
	const one = args.length === 1 ? first : undefined;
	const nodeOf = ({ start, end }: Span) => facts.node(start, end);

	switch (verb) {
		case 'module':
			if (facts.module) return wrong('repeated module statement');
			if (!one) return wrong('usage: module module/path');
			facts.module = { path: one.value, node: nodeOf(line), pathNode: nodeOf(one) };
			return;
		case 'go':
		case 'toolchain':
			if (facts[verb]) return wrong(`repeated ${verb} statement`);
			if (!one) return wrong(`${verb} directive expects exactly one argument`);
			if (!formats[verb].test(one.value)) facts.problem(`invalid ${verb} version '${one.value}': must match format ${examples[verb]}`, one);
			facts[verb] = { version: one.value, node: nodeOf(line), versionNode: nodeOf(one) };
			return;
		case 'godebug': {
			const [, key, value] = /^([^=]*)=([^"`',]*)$/.exec(one?.value ?? '') ?? [];
			if (key === undefined || value === undefined) return wrong('usage: godebug key=value');
			facts.godebug.push({ key, value, node: nodeOf(line) });
			return;
		}
		case 'tool':
		case 'ignore':
			if (!one) return wrong(`${verb} directive expects exactly one argument`);
			facts[verb === 'tool' ? 'tools' : 'ignores'].push({ path: one.value, node: nodeOf(line), pathNode: nodeOf(one) });
			return;
		case 'require':
		case 'exclude': {
			if (args.length !== 2 || !first || !second) return wrong(`usage: ${verb} module/path v1.2.3`);
			const module = { path: first.value, version: second.value, node: nodeOf(line), pathNode: nodeOf(first), versionNode: nodeOf(second) };
			if (verb === 'exclude') facts.excludes.push(module);
			else facts.requires.push({ ...module, indirect });
			return;
		}
		case 'replace':
			return readReplace(facts, args, line);
		case 'retract':
			return readRetract(facts, args, line);
		default:
			facts.unknown.push({ verb, args: args.map(token => token.value), node: nodeOf(line) });
			return wrong(`unknown directive: ${verb}`);
	}
}

const formats = {
	go: /^[1-9]\d*\.(0|[1-9]\d*)(\.(0|[1-9]\d*))?([a-z]+\d+)?$/,
	toolchain: /^default$|^go1($|\.)/,
};
const examples = { go: '1.23.0', toolchain: 'go1.23.0 or default' };

function readReplace(facts: Facts, args: readonly Token[], line: Span): undefined {
	const arrow = isMark(args[1], '=>') ? 1 : 2;
	const [old, path, version] = [args[0], args[arrow + 1], args[arrow + 2]];
	if (!old || !path || !isMark(args[arrow], '=>') || args.length > arrow + 3) {
		return facts.problem('usage: replace module/path [v1.2.3] => other/module v1.4, or => ../local/directory', line);
	}
	const local = /^(\.\.?([\\/]|$)|[\\/]|[A-Za-z]:)/.test(path.value);
	if (!version && !local) facts.problem('replacement module without version must be directory path (rooted or starting with . or ..)', path);
	if (version && local) facts.problem(`replacement module directory path "${path.value}" cannot have version`, version);
	const before = arrow === 2 ? args[1] : undefined;
	facts.replaces.push({
		path: old.value,
		newPath: path.value,
		node: facts.node(line.start, line.end),
		pathNode: facts.node(old.start, old.end),
		newPathNode: facts.node(path.start, path.end),
		replacementNode: facts.node(path.start, (version ?? path).end),
		...(before && { version: before.value, versionNode: facts.node(before.start, before.end) }),
		...(version && { newVersion: version.value, newVersionNode: facts.node(version.start, version.end) }),
	});
}

function readRetract(facts: Facts, args: readonly Token[], line: Span): undefined {
	const interval = isMark(args[0], '[');
	const [first, last] = [args[0], args.at(-1)];
	const [low, high] = interval ? [args[1], args[3]] : [first, first];
	const whole = interval ? args.length === 5 && isMark(args[2], ',') && isMark(args[4], ']') : args.length === 1;
	if (!whole || !first || !last || !low || !high) return facts.problem('usage: retract v1.2.3, or retract [v1.2.3, v1.4.5]', line);
	facts.retracts.push({ low: low.value, high: high.value, node: facts.node(line.start, line.end), versionNode: facts.node(first.start, last.end) });
}
