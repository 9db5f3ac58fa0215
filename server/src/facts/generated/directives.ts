import type { Node } from '../../text/nodes';
import { at, type Place } from '../../text/place';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { goFile } from '../go/file';
import { goSources } from '../go/sources';

/** One `//go:generate` line that runs a generator of the plugin SDK. */
export interface Directive {
	readonly path: string;
	/** The line, a node of the file; undefined if it stands in a string or in a body. */
	readonly node?: Node;
	/** The line as written. */
	readonly text: string;
	readonly command: 'mapstructure-to-hcl2' | 'struct-markdown' | 'renderdocs';
	/** How the generator is run: found in PATH, as a package of a module (`go run`), as a tool of go.mod, or as the program of its own from before packer-sdc. */
	readonly runner: 'path' | 'run' | 'tool' | 'legacy';
	/** The SDK version that `go run …@v1.2.3` names. */
	readonly version?: string;
	/** The names after `-type`, in the order written; empty if there is none. */
	readonly types: readonly string[];
	/** The words after the command that are neither `-type` nor its value: packages or files instead of the default ones. */
	readonly rest: readonly string[];
	/** The words of the whole command, as `go generate` splits them. */
	readonly words: readonly string[];
}

/**
 * The generator directives of one Go file, in its order; every spelling in use (`packer-sdc`, `go run …@version`, `go tool`, bare `mapstructure-to-hcl2`).
 * They are lines that start with the mark, in whatever they stand: the go command does not parse the file (go help generate).
 */
export const directivesIn: Fact<readonly Directive[], string> = (read, path) =>
	read(hasMark, path)
		? (read(goFile, path)?.directives ?? []).flatMap(({ text, node }) => (text.startsWith(mark) ? (readDirective(path, text, node) ?? []) : []))
		: [];

/** Whether a file may have a directive: most have none, and `generate` need not read what they declare. */
const hasMark: Fact<boolean, string> = (read, path) => read(text, path)?.includes(mark) ?? false;

const mark = '//go:generate';

/** The generator directives of the module, in the order of files. */
export const directives: Fact<readonly Directive[]> = read => read(goSources).flatMap(path => read(directivesIn, path));

/** The `mapstructure-to-hcl2` directive that decides what the hcl2spec file of a Go file says: of several the last, which overwrites what the others wrote. */
export const specDirective: Fact<Directive | undefined, string> = (read, path) =>
	read(directivesIn, path).findLast(({ command, types }) => command === 'mapstructure-to-hcl2' && types.length > 0);

/** A directive with more names in its `-type`, of which none has a space beside it any more; undefined if its text does not show that list. */
export function naming({ path, node, text }: Directive, names: readonly string[]): Directive | undefined {
	const longer = text.replace(/(-type[= ]+"?)([^"]*(?=")|[^"\s]+)/, (_, option: string, list: string) => {
		const there = list.replace(/,$/, '').split(',');
		const kept = there.map(name => (names.includes(name.trim()) ? name.trim() : name));
		return `${option}${[...kept, ...names.filter(name => !kept.includes(name))].join()}`;
	});
	const directive = readDirective(path, longer, node);
	return directive && names.every(name => directive.types.includes(name)) ? directive : undefined;
}

/** A directive for a Go file that has none for its structs. */
export const newDirective = (path: string, names: readonly string[]): Directive =>
	readDirective(path, `${mark} packer-sdc mapstructure-to-hcl2 -type ${names.join()}`, undefined) as Directive;

/** Where a directive stands. */
export const directivePlace = ({ path, node }: Pick<Directive, 'path' | 'node'>): Place => at(path, node);

function readDirective(path: string, line: string, node: Node | undefined): Directive | undefined {
	const rest = line.slice(mark.length);
	if (!/^[ \t]/.test(rest)) return undefined;
	const words = splitWords(rest);
	const command = words.findIndex(word => commands.has(word));
	if (command === -1) return undefined;
	const by = runnerOf(words.slice(0, command));
	if (by === undefined) return undefined;
	return {
		path,
		...(node === undefined ? {} : { node }),
		text: line,
		command: words[command] as Directive['command'],
		...by,
		...readArguments(words.slice(command + 1)),
		words,
	};
}

const commands = new Set(['mapstructure-to-hcl2', 'struct-markdown', 'renderdocs']);

function runnerOf(words: readonly string[]): Pick<Directive, 'runner' | 'version'> | undefined {
	if (words.length === 0) return { runner: 'legacy' };
	if (words.length > 1 && !/(?:^|\/)(?:go|env)(?:\.exe)?$/.test(words[0] as string)) return undefined; // it is given to another program
	const [, version] = /(?:^|\/)packer-sdc(?:\.exe)?(?:@(.+))?$/.exec(words.at(-1) as string) ?? [''];
	if (!/(?:^|\/)packer-sdc\b/.test(words.at(-1) as string)) return undefined;
	const runner = words[0] === 'go' && words[1] === 'run' ? 'run' : words[0] === 'go' && words[1] === 'tool' ? 'tool' : 'path';
	return { runner, ...(version === undefined ? {} : { version }) };
}

function readArguments(words: readonly string[]): Pick<Directive, 'types' | 'rest'> {
	let types: readonly string[] = [];
	const rest: string[] = [];
	for (let i = 0; i < words.length; i++) {
		const word = words[i] as string;
		const [, inline] = /^--?type=(.*)$/.exec(word) ?? [];
		if (inline !== undefined) types = inline.split(',');
		else if (/^--?type$/.test(word)) types = words[++i]?.split(',') ?? [];
		else rest.push(word);
	}
	const variable = types.find(name => name.includes('$'));
	return { types: types.filter(name => name !== ''), rest: variable === undefined ? rest : [...rest, variable] };
}

/** Splits a directive as `go generate` does: at blanks, double-quoted words as Go strings. */
const splitWords = (line: string): readonly string[] =>
	(line.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? []).map(word => (word.length > 1 && word.startsWith('"') ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word));
