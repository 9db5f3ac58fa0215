import { readWord } from './words';

/** One command of a shell script, as far as one can tell without running it. */
export interface Command {
	/** Its words, quotes taken off; `$(…)` and `${…}` as written. Where it reads from and writes to is left out. */
	readonly words: readonly string[];
	/** Variables set for it alone: `A=b command`. */
	readonly env: Readonly<Record<string, string>>;
	/** Whether an earlier `cd` may have changed the directory. */
	readonly moved: boolean;
	/** Where it starts and ends in the text. */
	readonly start: number;
	readonly end: number;
}

/** Words that may precede a command. */
const before = new Set(['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', '{', '(', 'time', 'sudo', 'exec', 'env', 'command', 'nice', 'export']);

/** The commands of a shell script in their order: each of a list or a pipeline. What stands in `$(…)`, here-documents and comments is left out. */
export function commandsOf(script: string): readonly Command[] {
	const commands: Command[] = [];
	let moved = false;
	for (const { words, start, end } of simpleCommands(script)) {
		const env: Record<string, string> = {};
		let at = 0;
		for (; at < words.length; at++) {
			const word = words[at] as string;
			const [, name, value] = /^(\w+)=(.*)$/s.exec(word) ?? [];
			if (name !== undefined) env[name] = value as string;
			else if (!before.has(word)) break;
		}
		const rest = words.slice(at);
		if (rest.length > 0 || at > 0) commands.push({ words: rest, env, moved, start, end });
		if (rest[0] === 'cd' || rest[0] === 'pushd') moved = true;
	}
	return commands;
}

interface Simple {
	readonly words: readonly string[];
	readonly start: number;
	readonly end: number;
}

const space = /(?:[ \t\r]|\\\r?\n)+/y;
const separator = /\n|;;?|&&?|\|\|?|[()]/y;
const comment = /#[^\n]*/y;
const redirection = /\d*(?:>>?|<)&?/y;
const hereDocument = /<<(-?)[ \t]*(["']?)([\w.]+)\2/y;

function simpleCommands(script: string): Simple[] {
	const found: Simple[] = [];
	let words: string[] = [];
	let start = -1;
	let end = 0;
	let at = 0;
	let waiting: RegExp[] = [];
	const take = (pattern: RegExp) => {
		pattern.lastIndex = at;
		const match = pattern.exec(script);
		if (match) at = pattern.lastIndex;
		return match;
	};
	const finish = () => {
		if (words.length > 0) found.push({ words, start, end });
		words = [];
		start = -1;
	};
	while (at < script.length) {
		if (take(space)) continue;
		const here = take(hereDocument);
		if (here) {
			waiting.push(new RegExp(`^${here[1] ? '\\t*' : ''}${(here[3] as string).replaceAll('.', '\\.')}$`));
			continue;
		}
		if (take(comment)) continue;
		if (take(redirection)) {
			take(space);
			end = at = Math.max(at, readWord(script, at).end);
			continue;
		}
		const mark = take(separator);
		if (mark) {
			finish();
			if (mark[0] === '\n') {
				for (const last of waiting) at = afterHereDocument(script, at, last);
				waiting = [];
			}
			continue;
		}
		if (start === -1) start = at;
		const word = readWord(script, at);
		words.push(word.text);
		at = end = Math.max(word.end, at + 1);
	}
	finish();
	return found;
}

function afterHereDocument(script: string, from: number, last: RegExp): number {
	let at = from;
	while (at < script.length) {
		const newline = script.indexOf('\n', at);
		const line = script.slice(at, newline === -1 ? script.length : newline).replace(/\r$/, '');
		at = newline === -1 ? script.length : newline + 1;
		if (last.test(line)) break;
	}
	return at;
}
