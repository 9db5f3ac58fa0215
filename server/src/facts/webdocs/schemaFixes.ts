import { type Edit, insertLineAfter, replace } from '../../text/edit';
import type { Read } from '../core/database';
import { pluginSentence, pluginTitle } from '../docs/names';
import { identity } from '../plugin/identity';
import { identifier } from './identifier';
import type { SchemaProblem } from './schema';
import { unknownKeys } from './unknownKeys';

/** The fix of a problem with the schema; undefined where only the author knows. */
export function schemaFix(read: Read, found: SchemaProblem): { title: string; kind: 'safe' | 'offer'; edits: readonly Edit[] } | undefined {
	const { problem, name, parent, wanted, block, value } = found;
	if (problem === 'type' && value?.text !== undefined) {
		const text = converted(value.text, wanted);
		return text === undefined ? undefined : { title: `Change to ${text}`, kind: 'safe', edits: [replace(value.place, text)] };
	}
	const renamed = read(unknownKeys).find(key => key.meant === name && block !== undefined && key.block?.header.node === block.header.node);
	if (renamed !== undefined) return { title: `Rename ${renamed.name} to ${name}`, kind: 'offer', edits: [replace(renamed.at, name)] };
	const missing = problem === 'process-docs' ? 'true' : quoted(missingValue(read, parent, name));
	if (missing === undefined) return undefined;
	if (value !== undefined && problem === 'url') return { title: `Change to ${missing}`, kind: 'offer', edits: [replace(value.place, missing)] };
	if (block === undefined || block.oneLine) return undefined;
	const kind = problem === 'process-docs' ? 'safe' : 'offer';
	return { title: `Add ${name} = ${missing}`, kind, edits: [insertLineAfter(block.header, `  ${name} = ${missing}`)] };
}

/** The value converted to another type, where its meaning is clear. */
function converted(text: string, wanted: string): string | undefined {
	if (wanted === 'a string') return quoted(text);
	if (wanted === 'a list of strings') return `[${quoted(text)}]`;
	return /^(?:true|false)$/i.test(text) ? text.toLowerCase() : undefined;
}

function missingValue(read: Read, parent: string, name: string): string | undefined {
	const { owner, repository } = read(identity);
	const home = owner === undefined ? undefined : `https://github.com/${owner}/${repository}`;
	if (name === 'external_url') return home;
	if (parent === 'license' && name === 'url') return home === undefined ? undefined : `${home}/blob/HEAD/LICENSE`;
	if (parent !== 'integration') return undefined;
	return name === 'name' ? pluginTitle(read) : name === 'description' ? pluginSentence(read) : name === 'identifier' ? read(identifier) : undefined;
}

const quoted = <T extends string | undefined>(text: T) => (text === undefined ? undefined : `"${text.replace(/["\\]/g, '\\$&')}"`);
