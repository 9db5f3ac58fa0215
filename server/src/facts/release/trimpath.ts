import { asText, entryOf, get, items, itemsOrOne } from '../../syntax/yaml/lookup';
import { type Edit, replace } from '../../text/edit';
import { at, type Place } from '../../text/place';
import { textOfKnown } from '../ci/environment';
import { releasing } from '../ci/releasing';
import { nodeIn, yamlSource } from '../ci/yaml';
import type { Fact, Read } from '../core/database';
import { type Build, builds } from './builds';
import { appended } from './cgo';
import { published } from './config';
import { addRaw, asMap } from './edits';
import { variable } from './environment';

/** The places of the builds that workflows release without `-trimpath`; empty where that may be set elsewhere. */
export const untrimmed: Fact<readonly Place[]> = read => {
	if (!read(releasing).steps.some(({ how, action }) => how === 'goreleaser' && action)) return [];
	const flags = textOfKnown(read(variable, 'GOFLAGS').known);
	return flags === null ? buildsOf(read).map(({ place }) => place) : [];
};

const buildsOf = (read: Read): readonly Build[] => (read(builds) ?? []).filter(build => !isTrimmed(build));

function isTrimmed({ node }: Build): boolean {
	const said = itemsOrOne(get(node, 'flags')).map(flag => asText(flag) ?? '');
	const set = items(get(node, 'env')).some(item => asText(item)?.startsWith('GOFLAGS='));
	const overridden = items(get(node, 'overrides')).some(other => get(other, 'flags') !== undefined);
	return set || overridden || said.some(flag => flag.includes('trimpath') || flag.includes('{{')) || asText(get(node, 'tool')) !== undefined;
}

/** The edits that add `-trimpath` to all builds; none where the flags of one are not written as we can extend them. */
export function trimming(read: Read): readonly Edit[] {
	const path = read(published)?.path ?? '';
	const all = buildsOf(read).map(({ node }): readonly Edit[] => {
		const map = asMap(node);
		const flags = entryOf(node, 'flags')?.value;
		if (map === undefined) return [];
		if (flags === undefined) return addRaw(read, path, map, 'flags: [-trimpath]');
		if (flags.kind === 'list') return appended(read, path, flags, '-trimpath');
		const source = read(yamlSource, nodeIn(path, flags.node)) ?? '';
		return /^[^'"|>\n]+$/.test(source) && source.trim() !== '' ? [replace(at(path, flags.node), `[${source.trim()}, -trimpath]`)] : [];
	});
	return all.some(edits => edits.length === 0) ? [] : all.flat();
}
