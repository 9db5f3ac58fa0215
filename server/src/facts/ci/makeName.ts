import { expanding } from '../../syntax/makefile/expand';
import type { MakeFile, MakeRecipeLine, MakeVariable } from '../../syntax/makefile/file';
import { at, type Place } from '../../text/place';
import type { Fact } from '../core/database';
import { basename } from '../core/paths';
import { identity } from '../plugin/identity';
import { modulePath } from '../plugin/module';
import { makeFile, makefilePath } from './make';
import { type Command, commandsOf } from './shell';

/** A binary that a Makefile names wrongly. */
export type WrongBinary =
	/** It has the name of another plugin: `place` says that name, which should be `wanted`. */
	| { readonly kind: 'other'; readonly place: Place; readonly binary: string; readonly wanted: string; readonly right: string }
	/** `plugin-check` does not accept the name. */
	| { readonly kind: 'rejected'; readonly place: Place; readonly binary: string };

/** The binary that the Makefile names wrongly where it builds or checks the plugin; undefined if there is none. */
export const wrongBinary: Fact<WrongBinary | undefined> = read => {
	const path = read(makefilePath);
	const file = path === undefined ? undefined : read(makeFile, path);
	const { repository, name } = read(identity);
	if (path === undefined || file === undefined || !repository.startsWith('packer-plugin-')) return undefined;
	const names = [repository, basename((read(modulePath) ?? '').replace(/\/v\d+$/, ''))].map(one => one.toLowerCase());
	const expanded = expanding(file);
	for (const line of file.rules.flatMap(({ recipe }) => recipe)) {
		const start = /^[@+-]*\s*/.exec(line.text)?.[0].length ?? 0;
		for (const command of commandsOf(line.text.slice(start))) {
			const word = binaryIn(command);
			const shown = word === undefined ? undefined : expanded(word);
			if (word === undefined || shown?.complete !== true || command.moved) continue;
			const binary = shown.text.replace(/["']/g, '').replace(/\.exe$/, '');
			const whole = { ...at(path, line.node), from: start + command.start, to: start + command.end };
			if (isCheck(command) && !/^packer-(?:plugin|builder|provisioner|post-processor)-/.test(binary)) return { kind: 'rejected', place: whole, binary };
			const other = /^(?:\.\/)?(packer-plugin-[\w-]+)$/.exec(binary)?.[1];
			// The template's name is reported with the other names of the template.
			if (other === undefined || names.some(own => isNamedAfter(other.toLowerCase(), own)) || other === 'packer-plugin-scaffolding') continue;
			const said = sayingOf(file, path, line, start + command.start, word);
			return { kind: 'other', binary: other, right: repository, ...(said ? { ...said, wanted: said.full ? repository : name } : { place: whole, wanted: '' }) };
		}
	}
	return undefined;
};

/** Whether a file has the name of the plugin, or begins with it: a version or a platform may follow. */
const isNamedAfter = (file: string, own: string) => own !== '' && (file.split('_')[0] === own || file.startsWith(`${own}-`));

const isCheck = ({ words }: Command) => /(?:^|\/)packer-sdc(?:@[\w.-]+)?$/.test(words.at(-3) ?? '') && words.at(-2) === 'plugin-check';

/** The word that names the plugin's binary: what `go build` of the root package writes, or `plugin-check` reads. */
function binaryIn(command: Command): string | undefined {
	const { words } = command;
	if (isCheck(command)) return words.at(-1);
	const at = words.indexOf('-o');
	const packages = words.slice(2).filter(word => word.startsWith('./'));
	return words[0] === 'go' && words[1] === 'build' && at !== -1 && packages.every(word => word === './') ? words[at + 1] : undefined;
}

/** Where the name of a binary is written, `full` with its prefix: in the line itself, or in the variable that it comes from. */
function sayingOf(file: MakeFile, path: string, line: MakeRecipeLine, from: number, word: string, depth = 0): { place: Place; full: boolean } | undefined {
	const [, prefix, variable] = /^(packer-plugin-)?\$[({](\w+)[)}](?:\.exe)?$/.exec(word) ?? [];
	if (variable === undefined) {
		const index = line.text.indexOf(word, from);
		return index !== -1 && /^packer-plugin-[\w-]+$/.test(word)
			? { place: { ...at(path, line.node), from: index, to: index + word.length }, full: true }
			: undefined;
	}
	const set = onlySetting(file, variable);
	if (set === undefined || depth > 3) return undefined;
	if (/^[\w-]+$/.test(set.value)) return { place: at(path, set.valueNode), full: prefix === undefined };
	return prefix === undefined ? sayingOf(file, path, line, from, set.value, depth + 1) : undefined;
}

/** How a variable is set, if that is said once and always holds. */
function onlySetting({ variables }: MakeFile, name: string): MakeVariable | undefined {
	const [set, ...others] = variables.filter(variable => variable.name === name);
	return set === undefined || others.length > 0 || set.conditional || set.target !== undefined || !/^[:?]?=$/.test(set.operator) ? undefined : set;
}
