import type { CodeBlock } from '../../syntax/markdown/file';
import { at, type Place, partOfPlace } from '../../text/place';
import type { Fact } from '../core/database';
import { codeBlocks } from './markdown';
import { required, type Said } from './required';

/** A plugin that a page installs: an entry of `required_plugins`, or the argument of `packer plugins install`. */
export interface Installed {
	/** The name on the left of an entry of `required_plugins`. */
	readonly name?: Said;
	readonly source: Said;
	readonly version?: Said;
}

/** The plugins that the code on a page installs, in order. */
export const installed: Fact<readonly Installed[], string> = (read, path) => {
	const blocks = read(codeBlocks, path);
	const entries = read(required, path);
	return blocks.flatMap((block, i): Installed[] => {
		if (!block.verbatim || block.lang === 'diff') return [];
		if (!block.value.includes('required_plugins')) return commands(block, at(path, block.contentNode));
		return entries.flatMap(({ template, name, source, version }) => (template === i && source ? [{ name, source, ...(version && { version }) }] : []));
	});
};

function commands({ value }: CodeBlock, place: Place): Installed[] {
	return [...value.matchAll(/\bpacker plugins install\b([^\n]*)/g)].flatMap(({ index, 0: { length }, 1: rest = '' }) => {
		const word = /(?<=\s)[^-\s]\S*/.exec(rest);
		if (word === null || /\s--?path\b/.test(rest)) return [];
		const from = index + length - rest.length + word.index;
		return [{ source: { text: word[0], place: partOfPlace(place, from, from + word[0].length) } }];
	});
}
