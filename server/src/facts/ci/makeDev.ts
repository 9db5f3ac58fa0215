import { expanding } from '../../syntax/makefile/expand';
import { type Edit, removeLines, replace } from '../../text/edit';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { identity } from '../plugin/identity';
import { makeFile, makefilePath } from './make';
import { commandsOf } from './shell';

/** A line of a Makefile that copies the plugin to where Packer no longer looks for plugins. */
export interface LooseCopy {
	readonly place: Place;
	/** Where it is copied to, variables of the file put in. */
	readonly to: string;
	/** The line without what is copied, and the target that it is of. */
	readonly target: string;
	readonly edits?: readonly Edit[];
}

/** The line that copies the plugin to the root of Packer's plugin folder, which Packer has skipped since 1.11; undefined if there is none. */
export const looseCopy: Fact<LooseCopy | undefined> = read => {
	const path = read(makefilePath);
	const file = path === undefined ? undefined : read(makeFile, path);
	if (path === undefined || file === undefined) return undefined;
	const expanded = expanding(file);
	for (const rule of file.rules) {
		// What installs it as well makes up for the copy.
		if (rule.recipe.some(({ text }) => /\bpacker\b.*\bplugins\s+install\b/.test(text))) continue;
		for (const line of rule.recipe) {
			const start = /^[@+-]*\s*/.exec(line.text)?.[0].length ?? 0;
			const [command] = commandsOf(line.text.slice(start));
			const [name = '', ...args] = command?.words ?? [];
			const operands = args.filter(word => !word.startsWith('-'));
			const to = operands.at(-1);
			const from = operands[0];
			if (!/^(?:cp|mv|ln|install)$/.test(name) || to === undefined || from === undefined || operands.length !== 2) continue;
			const shown = expanded(to).text.replace(/["']/g, '');
			if (!isRoot(shown)) continue;
			const target = rule.targets[0]?.text ?? '';
			const place = { ...at(path, line.node), from: start + (command?.start ?? 0), to: start + (command?.end ?? 0) };
			return { place, to: shown.replace(/\$\{(\w+)\}/g, '$($1)'), target, ...withEdits(read, place, rule.recipe, from) };
		}
	}
	return undefined;
};

/** Whether a path is a file directly in Packer's plugin folder, or that folder. */
const isRoot = (path: string) => /(?:^|\/)\.packer\.d\/plugins(?:\/[^/]*)?$/.test(path);

type Line = { readonly text: string; readonly node: Place['node'] };

function withEdits(read: Read, place: Place, recipe: readonly Line[], from: string): Pick<LooseCopy, 'edits'> {
	const { source } = read(identity);
	if (source === undefined || /[\s;&|]/.test(from)) return {};
	const folder = recipe.find(({ text }) => /^[@+-]*mkdir\s+-p\s+\S*\.packer\.d\/plugins\/?$/.test(text.trim()));
	return { edits: [replace(place, `packer plugins install --path ${from} ${source}`), ...(folder ? [removeLines(at(place.path, folder.node))] : [])] };
}
