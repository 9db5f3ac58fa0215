import type { HclBlock, HclBody, HclValue } from '../../syntax/hcl/file';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { basename } from '../core/paths';
import { nearest } from '../readiness/nearest';
import { hclFile } from './hcl';
import { attributeOf, type Block, placesOf } from './metadata';
import { metadataPath } from './paths';
import { knownNames } from './schemaNames';

/** An attribute or a block of metadata.hcl that the portal's validator drops. */
export interface UnknownKey {
	readonly name: string;
	readonly isBlock: boolean;
	/** The type of the block that it is in, and that block; the name of the file outside all blocks. */
	readonly parent: string;
	readonly block?: Block;
	readonly at: Place;
	readonly whole: Place;
	/** A name that the validator knows there, very like it, and not used yet. */
	readonly meant?: string;
	/** Another block that knows the name and does not have it. */
	readonly belongs?: { readonly type: string; readonly block?: Block };
	/** The flag that it sets, where it is true. */
	readonly flag?: string;
}

/** The attributes and blocks of metadata.hcl that the portal's validator does not know, in order. */
export const unknownKeys: Fact<readonly UnknownKey[]> = read => {
	const file = read(hclFile, metadataPath);
	const integration = file?.problems.length === 0 ? file.body.blocks.find(({ type }) => type === 'integration') : undefined;
	if (file === undefined || integration === undefined) return [];
	const { blocks } = knownNames('integration');
	const inner = integration.body.blocks.filter(({ type }) => blocks.includes(type));
	return [...inBody(read, integration, file.body), ...[integration, ...inner].flatMap(block => inBody(read, integration, block.body, block))];
};

function inBody(read: Read, integration: HclBlock, body: HclBody, block?: HclBlock): UnknownKey[] {
	const known = block === undefined ? { attributes: [], blocks: ['integration'] } : knownNames(block.type);
	const all = [...known.attributes, ...known.blocks];
	const used = [...body.attributes.map(({ name }) => name), ...body.blocks.map(({ type }) => type)];
	const parent = block?.type ?? basename(metadataPath);
	const about = { parent, ...(block && { block: placesOf(read, block) }) };
	const more = (name: string, isBlock: boolean): Pick<UnknownKey, 'meant' | 'belongs'> => {
		const other = belongsIn(integration, name, isBlock, block);
		if (other !== undefined) return { belongs: { type: other.type, ...(other.block && { block: placesOf(read, other.block) }) } };
		const free = (isBlock ? known.blocks : known.attributes).filter(one => !used.includes(one) || (isBlock && one === 'component'));
		const meant = name.length < 4 ? undefined : nearest(name.toLowerCase(), free);
		return meant === undefined ? {} : { meant };
	};
	return [
		...body.attributes.flatMap(({ name, nameNode, node, value }): UnknownKey[] => {
			if (all.includes(name)) return []; // webdocs/metadata-schema says where a block is written as an attribute
			const flag = block === integration ? flagOf(name, value) : undefined;
			const kind = flag === undefined ? more(name, false) : { flag };
			return [{ name, isBlock: false, ...about, at: at(metadataPath, nameNode), whole: at(metadataPath, node), ...kind }];
		}),
		...body.blocks.flatMap((inner): UnknownKey[] => {
			if (all.includes(inner.type)) return [];
			return [
				{ name: inner.type, isBlock: true, ...about, at: at(metadataPath, inner.headerNode), whole: at(metadataPath, inner.node), ...more(inner.type, true) },
			];
		}),
	];
}

/** The flags that older plugins write as attributes. */
const flags: Readonly<Record<string, string>> = { hcp_ready: 'hcp-ready', hcp_packer_ready: 'hcp-ready', archived: 'archived' };

const flagOf = (name: string, value: HclValue): string | undefined => (value.kind === 'bool' && value.value ? flags[name] : undefined);

/** The other block that knows a name, if only one does. Of components there are several. */
function belongsIn(integration: HclBlock, name: string, isBlock: boolean, from: HclBlock | undefined): { type: string; block?: HclBlock } | undefined {
	const knows = (type: string) => knownNames(type)[isBlock ? 'blocks' : 'attributes'].includes(name);
	const types = ['integration', 'docs', 'license', 'component'].filter(type => type !== from?.type && knows(type));
	const [type] = types;
	if (type === undefined || types.length > 1 || type === 'component') return undefined;
	const block = type === 'integration' ? integration : integration.body.blocks.find(inner => inner.type === type);
	if (!isBlock && block !== undefined && attributeOf(block, name) !== undefined) return undefined;
	return { type, ...(block && { block }) };
}
