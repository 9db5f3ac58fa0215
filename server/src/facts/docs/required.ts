import type { HclBody, HclValue } from '../../syntax/hcl/file';
import { parseHcl } from '../../syntax/hcl/parse';
import { type Node, spanOf } from '../../text/nodes';
import { at, type Place, partOfPlace } from '../../text/place';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { grammars } from '../core/inputs';
import { hclFile } from '../webdocs/hcl';
import { codeBlocks } from './markdown';

/** A text and its place. */
export interface Said {
	readonly text: string;
	readonly place: Place;
}

/** An entry of `required_plugins`. */
export interface Required {
	/** Its name, from which the types of the plugin begin in the template. */
	readonly name: Said;
	/** Undefined where it has none, and where that is not a plain string. */
	readonly source?: Said;
	readonly version?: Said;
	/** Whether it has no `version` at all; false in code that cannot be parsed, which may leave it out. */
	readonly unversioned: boolean;
	/** Which template of the file it is in: the number of the code block, on a page. */
	readonly template: number;
}

/** The plugins that a page or a template requires, in order; of a page, in code at its margin. */
export const required: Fact<readonly Required[], string> = (read, path) => {
	if (!(read(text, path) ?? '').includes('required_plugins')) return [];
	const { hcl } = read(grammars) ?? {};
	if (path.endsWith('.hcl')) {
		const file = read(hclFile, path);
		return file === undefined || file.problems.length > 0 ? [] : entriesOf(file.body, node => at(path, node), 0);
	}
	return read(codeBlocks, path).flatMap(({ value, lang, verbatim, contentNode }, i) => {
		if (!hcl || !verbatim || lang === 'diff' || !value.includes('required_plugins')) return [];
		const { file, spans } = parseHcl(hcl, value);
		const place = (node: Node) => {
			const { start, end } = spanOf(spans, node) ?? { start: 0, end: 0 };
			return partOfPlace(at(path, contentNode), start, end);
		};
		return entriesOf(file.body, place, i).map(entry => ({ ...entry, unversioned: entry.unversioned && file.problems.length === 0 }));
	});
};

function entriesOf(body: HclBody, place: (node: Node) => Place, template: number): Required[] {
	const said = (value: HclValue | undefined): Said | undefined =>
		value?.kind === 'string' && value.value !== undefined ? { text: value.value, place: place(value.contentNode) } : undefined;
	const bodies = [body, ...body.blocks.filter(({ type }) => type === 'packer').map(block => block.body)];
	const attributes = bodies.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'required_plugins').flatMap(block => block.body.attributes));
	return attributes.flatMap(({ name, nameNode, value }) => {
		if (value.kind !== 'object') return [];
		const entry = (key: string) => value.entries.find(one => one.key === key)?.value;
		const [source, version] = [said(entry('source')), said(entry('version'))];
		const unversioned = entry('version') === undefined && value.entries.every(({ key }) => key !== undefined);
		return [{ name: { text: name, place: place(nameNode) }, ...(source && { source }), ...(version && { version }), unversioned, template }];
	});
}
