import type { HclBlock, HclList, HclValue } from '../../syntax/hcl/file';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { hclFile } from './hcl';
import { attributeOf, type Block, placesOf } from './metadata';
import { metadataPath } from './paths';
import { attributes, blocks, type Wanted } from './schemaNames';

/** One way in which metadata.hcl differs from what the portal's validator takes (hashicorp/web-platform-packages, integrations-hcl). */
export interface SchemaProblem {
	/**
	 * `integration`: not exactly one integration block; `missing`: an attribute; `type`: a value of another type; `block`: what must be a
	 * block is not one, or is the other way round; `repeated`: a second `docs` or `license`; `process-docs`: a `docs` block that does not
	 * say it; `external-url`: documentation elsewhere, without its address; `url`: not an absolute address.
	 */
	readonly problem: 'integration' | 'missing' | 'type' | 'block' | 'repeated' | 'process-docs' | 'external-url' | 'url';
	/** The attribute or block, and the block it belongs in. */
	readonly name: string;
	readonly parent: string;
	/** What it must be. */
	readonly wanted: string;
	readonly at: Place;
	/** The block without the attribute. */
	readonly block?: Block;
	/** The value as it stands, where one of another type was meant. */
	readonly value?: { readonly place: Place; readonly text?: string };
}

/** How metadata.hcl differs from its schema, in order; nothing of a file that cannot be parsed. */
export const schemaProblems: Fact<readonly SchemaProblem[]> = read => {
	const file = read(hclFile, metadataPath);
	if (file === undefined || file.problems.length > 0) return [];
	const [first, ...more] = file.body.blocks.filter(block => block.type === 'integration');
	const whole = { problem: 'integration', name: 'integration', parent: metadataPath, wanted: 'exactly one' } as const;
	if (first === undefined) return [{ ...whole, at: at(metadataPath) }];
	return [...inIntegration(read, first), ...more.map(block => ({ ...whole, at: at(metadataPath, block.headerNode) }))];
};

function inIntegration(read: Read, integration: HclBlock): SchemaProblem[] {
	const found = inBlock(read, integration);
	for (const type of blocks) {
		const attribute = attributeOf(integration, type);
		if (attribute?.value.kind === 'list' && isListOfBlocks(attribute.value, type)) found.push(...inList(read, type, attribute.value));
		else if (attribute !== undefined)
			found.push({ problem: 'block', name: type, parent: 'integration', wanted: `a block: ${type} { … }`, at: at(metadataPath, attribute.nameNode) });
		const [first, ...more] = integration.body.blocks.filter(block => block.type === type);
		if (first === undefined) continue;
		if (type !== 'component')
			found.push(
				...more.map(block => ({ problem: 'repeated' as const, name: type, parent: 'integration', wanted: 'one', at: at(metadataPath, block.headerNode) })),
			);
		for (const block of type === 'component' ? [first, ...more] : [first]) found.push(...inBlock(read, block));
		if (type === 'docs') found.push(...inDocs(read, first));
	}
	return found;
}

/** Blocks may be written as a list of objects, which the portal's parser makes of them; of `docs` and `license` one. */
const isListOfBlocks = ({ items }: HclList, type: string): boolean =>
	items.every(({ kind }) => kind === 'object') && (type === 'component' || items.length === 1);

/** What is wrong in a list of objects; a fix would insert lines as into blocks, so there is none. */
const inList = (read: Read, type: string, { items }: HclList): SchemaProblem[] =>
	items.flatMap(item => {
		if (item.kind !== 'object') return [];
		const attributes = item.entries.flatMap(({ key, keyNode, value, node }) => (key === undefined ? [] : [{ name: key, nameNode: keyNode, value, node }]));
		const block = { type, typeNode: item.node, labels: [], body: { attributes, blocks: [] }, node: item.node, headerNode: item.node };
		return [...inBlock(read, block), ...(type === 'docs' ? inDocs(read, block) : [])].map(({ block: _, ...problem }) => problem);
	});

function inBlock(read: Read, block: HclBlock): SchemaProblem[] {
	const labels = block.labels.map(({ node }) => ({
		problem: 'block' as const,
		name: block.type,
		parent: block.type,
		wanted: 'a block without a label',
		at: at(metadataPath, node),
	}));
	const found = Object.entries(attributes[block.type] ?? {}).flatMap(([name, { wanted, required, nullable, url }]): SchemaProblem[] => {
		const about = { name, parent: block.type, wanted };
		const written = block.body.blocks.find(inner => inner.type === name);
		if (written !== undefined) return [{ ...about, problem: 'block', wanted: `an attribute: ${name} = …`, at: at(metadataPath, written.headerNode) }];
		const value = attributeOf(block, name)?.value;
		if (value === undefined) return required ? [{ ...about, problem: 'missing', at: at(metadataPath, block.headerNode), block: placesOf(read, block) }] : [];
		const place = at(metadataPath, value.node);
		if (!isOf(value, wanted) && !(nullable && value.kind === 'null')) return [{ ...about, problem: 'type', at: place, value: { place, ...plain(value) } }];
		return url && value.kind !== 'null' && !isUrl(textOf(value)) ? [{ ...about, problem: 'url', at: place, value: { place } }] : [];
	});
	return [...labels, ...found];
}

/** The validator tells the two forms of a docs block apart by `process_docs`, so it must be there although its default is true. */
function inDocs(read: Read, docs: HclBlock): SchemaProblem[] {
	const said = attributeOf(docs, 'process_docs')?.value;
	const missing = { parent: 'docs', at: at(metadataPath, docs.headerNode), block: placesOf(read, docs) };
	if (said === undefined) return [{ ...missing, problem: 'process-docs', name: 'process_docs', wanted: 'true or false' }];
	if (said.kind !== 'bool' || said.value) return [];
	const url = attributeOf(docs, 'external_url')?.value;
	const about = { name: 'external_url', wanted: 'an absolute address' };
	if (url === undefined || url.kind === 'null') return [{ ...missing, ...about, problem: 'external-url' }];
	if ((url.kind !== 'string' && url.kind !== 'other') || isUrl(textOf(url))) return [];
	return [{ ...missing, ...about, problem: 'url', at: at(metadataPath, url.node), value: { place: at(metadataPath, url.node) } }];
}

/** Whether a value is of a type. The portal computes nothing: its parser makes a string of every expression. */
function isOf(value: HclValue, wanted: Wanted): boolean {
	if (wanted === 'true or false') return value.kind === 'bool';
	if (wanted === 'a string') return value.kind === 'string' || value.kind === 'other';
	return value.kind === 'list' && value.items.every(item => item.kind === 'string' || item.kind === 'other');
}

const plain = (value: HclValue): { text?: string } =>
	value.kind === 'number' || value.kind === 'bool'
		? { text: String(value.value) }
		: value.kind === 'string' && value.value !== undefined
			? { text: value.value }
			: {};

/** A string as the portal's parser makes it, as far as it matters whether that is a URL. */
const textOf = (value: HclValue): string => (value.kind === 'string' ? (value.value ?? value.text) : value.kind === 'other' ? `\${${value.text}}` : '');

/** Whether a text is an absolute URL, by the rules of `new URL`. */
function isUrl(text: string): boolean {
	try {
		return new URL(text).href !== '';
	} catch {
		return false;
	}
}
