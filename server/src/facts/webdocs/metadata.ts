import type { HclAttribute, HclBlock, HclString, HclValue } from '../../syntax/hcl/file';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { exists } from '../core/files';
import { hclFile, onLinesOfTheirOwn, onOneLine } from './hcl';
import { metadataPath } from './paths';

/** A string of metadata.hcl. */
export interface Text {
	readonly value: string;
	/** Between its quotes. */
	readonly place: Place;
}

/** A block of metadata.hcl. */
export interface Block {
	/** Its type, before the brace. */
	readonly header: Place;
	readonly whole: Place;
	readonly oneLine: boolean;
}

/** A `component` block. */
export interface MetadataComponent extends Block {
	readonly type?: Text;
	readonly name?: Text;
	readonly slug?: Text;
}

/** The list of flags. */
export interface Flags {
	readonly attribute: Place;
	readonly list: Place;
	/** Whether each flag has a line to itself, and may be removed with it. */
	readonly apart: boolean;
	readonly items: readonly Text[];
}

/** The values of metadata.hcl; undefined if one is absent, computed or of the wrong type. */
export interface Metadata extends Block {
	readonly name?: Text;
	readonly description?: Text;
	readonly identifier?: Text;
	readonly integrationType?: Text;
	readonly flags?: Flags;
	readonly components: readonly MetadataComponent[];
	readonly docs?: Block & { readonly processDocs?: boolean; readonly readmeLocation?: Text; readonly externalUrl?: Text };
	readonly license?: Block & { readonly type?: Text; readonly url?: Text };
}

/** Whether there is a metadata.hcl where the portal looks for it. */
export const hasMetadata: Fact<boolean> = read => read(exists, metadataPath);

/** What metadata.hcl says; undefined if there is none, it cannot be parsed, or it has no integration block. */
export const metadata: Fact<Metadata | undefined> = read => {
	const file = read(hclFile, metadataPath);
	const integration = file?.problems.length === 0 ? file.body.blocks.find(block => block.type === 'integration') : undefined;
	if (integration === undefined) return undefined;
	const text = textOf(integration);
	const blocks = (type: string) => integration.body.blocks.filter(block => block.type === type);
	const [docs] = blocks('docs');
	const [license] = blocks('license');
	return {
		...placesOf(read, integration),
		...text('name'),
		...text('description'),
		...text('identifier'),
		...text('integrationType', 'integration_type'),
		...flagsOf(read, integration),
		components: blocks('component').map(block => ({ ...placesOf(read, block), ...textOf(block)('type'), ...textOf(block)('name'), ...textOf(block)('slug') })),
		...(docs && {
			docs: {
				...placesOf(read, docs),
				...processDocs(docs),
				...textOf(docs)('readmeLocation', 'readme_location'),
				...textOf(docs)('externalUrl', 'external_url'),
			},
		}),
		...(license && { license: { ...placesOf(read, license), ...textOf(license)('type'), ...textOf(license)('url') } }),
	};
};

/** Where a block of metadata.hcl stands. */
export const placesOf = (read: Read, { headerNode, node }: HclBlock): Block => ({
	header: at(metadataPath, headerNode),
	whole: at(metadataPath, node),
	oneLine: read(onOneLine, `${metadataPath}\0${node}`),
});

/** An attribute of a block. */
export const attributeOf = (block: HclBlock, name: string): HclAttribute | undefined => block.body.attributes.find(attribute => attribute.name === name);

type Named<K extends string> = { readonly [key in K]?: Text };

const textOf =
	(block: HclBlock) =>
	<K extends string>(key: K, name: string = key): Named<K> => {
		const value = attributeOf(block, name)?.value;
		return (isText(value) ? { [key]: { value: value.value, place: at(metadataPath, value.contentNode) } } : {}) as Named<K>;
	};

const isText = (value: HclValue | undefined): value is HclString & { readonly value: string } => value?.kind === 'string' && value.value !== undefined;

function processDocs(docs: HclBlock): { processDocs?: boolean } {
	const value = attributeOf(docs, 'process_docs')?.value;
	return value?.kind === 'bool' ? { processDocs: value.value } : {};
}

function flagsOf(read: Read, integration: HclBlock): { flags?: Flags } {
	const attribute = attributeOf(integration, 'flags');
	if (attribute?.value.kind !== 'list') return {};
	const { items, node } = attribute.value;
	return {
		flags: {
			attribute: at(metadataPath, attribute.node),
			list: at(metadataPath, node),
			apart: read(onLinesOfTheirOwn, `${metadataPath}\0${[node, ...items.map(item => item.node)]}`) && !read(onOneLine, `${metadataPath}\0${node}`),
			items: items.filter(isText).map(({ value, node }) => ({ value, place: at(metadataPath, node) })),
		},
	};
}
