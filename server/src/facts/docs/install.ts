import type { HclEntry, HclValue } from '../../syntax/hcl/file';
import { parseHcl } from '../../syntax/hcl/parse';
import type { CodeBlock } from '../../syntax/markdown/file';
import { type Node, spanOf } from '../../text/nodes';
import { at, type Place, partOfPlace } from '../../text/place';
import type { Fact } from '../core/database';
import { grammars } from '../core/inputs';
import { codeBlocks } from './markdown';

/** A text and its place. */
export interface Said {
	readonly text: string;
	readonly place: Place;
}

/** A plugin that a page installs: an entry of `required_plugins`, or the argument of `packer plugins install`. */
export interface Installed {
	/** The name on the left of an entry of `required_plugins`. */
	readonly name?: string;
	readonly source: Said;
	readonly version?: Said;
}

/** The plugins that the code on a page installs, in order. */
export const installed: Fact<readonly Installed[], string> = (read, path) => {
	const { hcl } = read(grammars) ?? {};
	const blocks = read(codeBlocks, path).filter(block => block.verbatim && block.lang !== 'diff');
	return blocks.flatMap(block => {
		const place = at(path, block.contentNode);
		return block.value.includes('required_plugins') ? (hcl ? required(block, place, text => parseHcl(hcl, text)) : []) : commands(block, place);
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

function required({ value }: CodeBlock, place: Place, parse: (text: string) => ReturnType<typeof parseHcl>): Installed[] {
	const { file, spans } = parse(value);
	const said = (value: HclValue | undefined): Said | undefined => {
		const span = value?.kind === 'string' && value.value !== undefined ? spanOf(spans, value.contentNode as Node) : undefined;
		return span && value?.kind === 'string' ? { text: value.value as string, place: partOfPlace(place, span.start, span.end) } : undefined;
	};
	const bodies = [file.body, ...file.body.blocks.filter(block => block.type === 'packer').map(block => block.body)];
	const plugins = bodies.flatMap(body => body.blocks.filter(block => block.type === 'required_plugins').map(block => block.body));
	return plugins
		.flatMap(body => body.attributes)
		.flatMap(({ name, value }) => {
			const entry = (key: string) => (value.kind === 'object' ? value.entries.find((e: HclEntry) => e.key === key)?.value : undefined);
			const source = said(entry('source'));
			const version = said(entry('version'));
			return source === undefined ? [] : [{ name, source, ...(version ? { version } : {}) }];
		});
}
