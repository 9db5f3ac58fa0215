import type { Node } from '../../text/nodes';
import type { Fact } from '../database';
import { goFile, goSources, mentions } from '../go';

/** One `//go:generate` line that runs a generator of the plugin SDK. */
export interface Directive {
	readonly path: string;
	readonly node: Node;
	readonly command: 'mapstructure-to-hcl2' | 'struct-markdown' | 'renderdocs';
	/** How the generator is run: found in PATH, as a package of a module (`go run`), as a tool of go.mod, or as the program of its own from before packer-sdc. */
	readonly runner: 'path' | 'run' | 'tool' | 'legacy';
	/** The SDK version that `go run …@v1.2.3` names. */
	readonly version?: string;
	/** The names after `-type`, in the order written; empty where there is none. */
	readonly types: readonly string[];
	/** The words after the command that are neither `-type` nor its value: packages or files in the place of the default ones. */
	readonly rest: readonly string[];
	/** The words of the whole command, as `go generate` splits them. */
	readonly words: readonly string[];
}

/** The generator directives of one Go file, in its order; every spelling in use (`packer-sdc`, `go run …@version`, `go tool`, bare `mapstructure-to-hcl2`). */
export const directivesIn: Fact<readonly Directive[], string> = (read, path) =>
	read(mentions, `${path}\0//go:generate`) ? (read(goFile, path)?.directives ?? []).flatMap(({ text, node }) => readDirective(path, node, text) ?? []) : [];

/** The generator directives of the module, in the order of files. */
export const directives: Fact<readonly Directive[]> = read => read(goSources).flatMap(path => read(directivesIn, path));

function readDirective(path: string, node: Node, text: string): Directive | undefined {
	const line = /^\/\/go:generate[ \t]+(.*)$/.exec(text)?.[1];
	const words = line === undefined ? undefined : splitWords(line);
	const at = words?.findIndex(word => commands.has(word)) ?? -1;
	if (!words || at === -1) return undefined;
	const by = runnerOf(words.slice(0, at));
	if (by === undefined) return undefined;
	const command = words[at] as Directive['command'];
	return { path, node, command, ...by, ...readArguments(words.slice(at + 1)), words };
}

const commands = new Set(['mapstructure-to-hcl2', 'struct-markdown', 'renderdocs']);

function runnerOf(words: readonly string[]): Pick<Directive, 'runner' | 'version'> | undefined {
	if (words.length === 0) return { runner: 'legacy' };
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
	return { types: types.filter(name => name !== ''), rest };
}

/** Splits a directive as `go generate` does: at blanks, double-quoted words as Go strings. */
const splitWords = (line: string): readonly string[] =>
	(line.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? []).map(word => (word.length > 1 && word.startsWith('"') ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word));
