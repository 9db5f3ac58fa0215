import type { Place } from '../../text/place';
import type { Read } from '../core/database';
import { runs } from './running';
import { commandsOf } from './shell';
import type { Step, Text } from './workflow';

/** What a variable of the environment is while a step runs, and where that is said. */
export type Known =
	| { readonly kind: 'text'; readonly text: string; readonly place: Place }
	/** What `go run . describe` says, which is `x5.0` of every plugin that Packer can load. */
	| { readonly kind: 'described'; readonly place: Place }
	/** Nothing sets it. */
	| { readonly kind: 'unset' }
	/** It is set from something that is never given a value: a step that is not there, an output that is not written. */
	| { readonly kind: 'empty'; readonly place: Place; readonly of: string }
	| { readonly kind: 'unknown' };

const unknown: Known = { kind: 'unknown' };

/** What a script writes under a name to GITHUB_ENV or GITHUB_OUTPUT; undefined if it does not mention the name in that way. */
export function writtenBy(read: Read, run: Text, name: string, to: RegExp): Known | undefined {
	for (const { words, start, end } of commandsOf(run.text)) {
		const tail = run.text.slice(start, run.text.indexOf('\n', end) === -1 ? undefined : run.text.indexOf('\n', end));
		if (!/^(?:echo|printf)$/.test(words[0] ?? '') || !(to.test(tail) || to.test(run.text))) continue;
		const said = words
			.slice(1)
			.filter(word => !/^-[neE]+$/.test(word))
			.join(' ');
		const value = new RegExp(`^(?:::set-(?:output|env) name=${name}::|${name}=)([\\s\\S]*)$`, to.test('GITHUB_OUTPUT') ? 'i' : '').exec(said)?.[1];
		if (value === undefined) continue;
		if (/^[\w.-]+$/.test(value)) return { kind: 'text', text: value, place: run.place };
		return described.test(value) ? { kind: 'described', place: run.place } : unknown;
	}
	return mayWrite(read, run.text, name, to) ? unknown : undefined;
}

/** `$(go run . describe | jq -r '.api_version')`, and nothing done to it afterwards. */
const described = /^\$\(\s*[^|]*\bdescribe\b[^|]*\|\s*jq\s+(?:-r|--raw-output)\s+['"]?\.api_version['"]?\s*\)$/;

/** Programs that may write to any file: interpreters, and what runs tasks. */
const interpreters = /(?:^|\/)(?:node|npx|deno|bun|python[\d.]*|ruby|perl|pwsh|powershell|task|just|mage)$/;

/** Programs whose output may be anything. */
const programs = /(?:^|\/)(?:bash|sh|zsh|cat|npm|yarn|pnpm|nix|docker|eval|curl)$/;

/**
 * Whether a script that was not followed may write a name: it says it, writes lines whose text is not seen, or runs another program that could. What scripts and
 * targets of the repository run is looked into.
 */
function mayWrite(read: Read, script: string, name: string, to: RegExp): boolean {
	if (new RegExp(`\\b${name}\\s*(?:=|::|<<)`, 'i').test(script)) return true;
	if (script.split('\n').some(line => to.test(line) && !/\b(?:echo|printf)\b[^=]*[\w-]+(?:=|::)/.test(line))) return true;
	return mayRun(read, script, name) || commandsOf(script).some(({ words }) => programs.test(words[0] ?? ''));
}

/** Whether what a script runs in turn may write a name. */
function mayRun(read: Read, script: string, name: string): boolean {
	const { commands, complete } = runs(read, script);
	return !complete || commands.some(({ words }) => interpreters.test(words[0] ?? '') || words.some(word => word.startsWith(`${name}=`)));
}

/** What a step before another one sets a variable to; undefined if it does not. */
export function setBy(read: Read, { run, uses, with: inputs, env }: Step, name: string): Known | undefined {
	const to = /GITHUB_ENV|::set-env/;
	if (run) return to.test(run.text) ? writtenBy(read, run, name, to) : mayRun(read, run.text, name) ? unknown : undefined;
	// An action of this repository, or one that exports secrets or a file of settings, may set anything.
	const exports = /^\.\/|env|vault|secret|doppler|1password|mise|nix/i.test(uses?.text.replace(/@.*$/, '') ?? '');
	const mentions = [...inputs, ...env].some(({ key, text }) => key.includes(name) || text.includes(name) || text.includes('exportVariable'));
	return exports || mentions ? unknown : undefined;
}
