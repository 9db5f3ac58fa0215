import type { MakeRule } from '../../syntax/makefile/file';
import { type Edit, insertLineAfter, removeLines } from '../../text/edit';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { exists, filesUnder, isDirectory, text } from '../core/files';
import { docsSource } from '../docs/pages';
import { isPublished } from '../docs/published';
import { isGitIgnored } from '../generated/ignored';
import { identity } from '../plugin/identity';
import { scriptPath, webDocs } from '../webdocs/paths';
import { documentCommand, runsOfMake } from './generating';
import { makeFile, makeTargets } from './make';
import { usesOtherRunner } from './otherRunner';
import { workflowPaths } from './workflows';

/** What `make generate` does wrong with the documentation; `elsewhere` is where another target does it. */
export interface GenerateDefect {
	/** It does not compile the pages; another target does that, for no reason that its name gives; partials are rendered first, and made then; `.docs` is left. */
	readonly kind: 'missing' | 'misplaced' | 'early' | 'left';
	readonly place: Place;
	readonly elsewhere?: { readonly target: string; readonly place: Place };
	readonly edits?: readonly Edit[];
}

/** The commands that compile the documentation, as the scaffolding's `generate` runs them. */
export function compileLines(read: Read): readonly string[] {
	const source = read(docsSource);
	return [
		'rm -rf .docs',
		`packer-sdc renderdocs -src ${source.from === 'docs' ? source.dir : 'docs'} -partials docs-partials/ -dst .docs/`,
		`./${scriptPath} "." ".docs" "${webDocs}" "${read(identity).owner ?? 'OWNER'}"`,
		'rm -r .docs',
	];
}

/** What is wrong with `make generate` in a plugin whose documentation a script compiles; undefined if nothing is, or that is unknown. */
export const generateDefect: Fact<GenerateDefect | undefined> = read => {
	const make = read(makeTargets);
	const runs = read(runsOfMake, 'generate');
	const target = make?.targets.find(({ name }) => name === 'generate');
	if (!make?.complete || !target || !runs?.complete || !read(exists, scriptPath) || !read(isPublished) || read(docsSource).from !== 'docs') return undefined;
	const said = runs.commands.map(({ words }) => words.join(' '));
	const generated = said.findLastIndex(line => /\bgo\b.* generate\b/.test(line));
	const rendered = said.findIndex(line => /\brenderdocs\b/.test(line));
	const compiled = said.findIndex(line => line.includes('compile-to-webdocs.sh'));
	if (generated === -1) return undefined;
	const { place } = target;
	if (rendered === -1 && compiled === -1) return uncompiled(read, place);
	if (rendered !== -1 && rendered < generated && read(isDirectory, 'docs-partials')) return { kind: 'early', place };
	const writes = /(?:^| )-dst[= ](?:\.\/)?\.docs\/?(?= |$)/.test(said[rendered] ?? '');
	const removed = said.slice(Math.max(rendered, compiled)).some(line => /^(?:rm|find|mv|git clean|\$[({]RM[)}]) .*\.docs\b/.test(line));
	if (!writes || compiled < rendered || removed || read(isGitIgnored, '.docs/a')) return undefined;
	const rule = ruleOf(read, 'generate');
	const last = rule?.recipe.at(-1);
	const edits = last?.text.includes('compile-to-webdocs.sh') ? { edits: [insertLineAfter(at(place.path, last.node), `${silence(last.text)}rm -r .docs`)] } : {};
	return { kind: 'left', place, ...edits };
};

/** What is wrong where `make generate` compiles no page. */
function uncompiled(read: Read, place: Place): GenerateDefect | undefined {
	// People may have a target for the documentation, or another way to compile it.
	if (read(documentCommand) !== undefined || read(usesOtherRunner)) return undefined;
	const rule = ruleOf(read, 'generate');
	const last = rule?.recipe.at(-1);
	const { path } = place;
	const other = read(makeFile, path)?.rules.find(({ recipe }) => recipe.some(({ text }) => text.includes('compile-to-webdocs.sh')));
	const name = other?.targets[0];
	if (other && name) {
		const lines = other.recipe.filter(({ text }) => /\.docs\b|renderdocs|compile-to-webdocs/.test(text));
		const moved = last && insertLineAfter(at(path, last.node), lines.map(({ text }) => text).join('\n'));
		const edits = moved && lines.every(({ text }) => !text.includes('\n')) ? { edits: [moved, ...lines.map(line => removeLines(at(path, line.node)))] } : {};
		return { kind: 'misplaced', place, elsewhere: { target: name.text, place: at(path, name.node) }, ...edits };
	}
	const scripts = read(filesUnder, '').filter(file => /\.(?:sh|bash|mk|ps1|go)$/.test(file) && !file.startsWith(`${webDocs}/`) && !file.startsWith('vendor/'));
	if ([...scripts, ...read(workflowPaths)].some(file => read(text, file)?.includes('compile-to-webdocs'))) return undefined;
	const lines = compileLines(read).map(line => `${silence(last?.text ?? '')}${line}`);
	return { kind: 'missing', place, ...(last ? { edits: [insertLineAfter(at(path, last.node), lines.join('\n'))] } : {}) };
}

/** The rule of a target with its recipe, in the Makefile itself. */
function ruleOf(read: Read, target: string): MakeRule | undefined {
	const path = read(makeTargets)?.path;
	return path === undefined
		? undefined
		: read(makeFile, path)?.rules.find(({ targets, recipe }) => recipe.length > 0 && targets.some(({ text }) => text === target));
}

/** The `@` of a line, which is given to those that come after it. */
const silence = (line: string) => (line.startsWith('@') ? '@' : '');
