import type { YamlValue } from '../../syntax/yaml/file';
import { asText, entryOf, get, items } from '../../syntax/yaml/lookup';
import { type Edit, removeLines } from '../../text/edit';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { published } from './config';

/** The `docs.zip` that a release carries, and the hooks that make it. */
export interface DocsZip {
	readonly place: Place;
	readonly hooks: readonly Place[];
}

const isZip = (item: YamlValue) => /(?:^|\/)docs\.zip$/.test(asText(get(item, 'glob')) ?? '');
const makesZip = (hook: YamlValue) => /\bci-release-docs\b|\bdocs\.zip\b/.test(asText(hook) ?? asText(get(hook, 'cmd')) ?? '');

/** The `docs.zip` that a release adds to its files, which the website of Packer read before the integrations portal; undefined if it adds none. */
export const docsZip: Fact<DocsZip | undefined> = read => {
	const config = read(published);
	if (config === undefined) return undefined;
	const file = items(get(config.value, 'release', 'extra_files')).find(isZip);
	const hooks = items(get(config.value, 'before', 'hooks')).filter(makesZip);
	return file && { place: at(config.path, get(file, 'glob')?.node), hooks: hooks.map(({ node }) => at(config.path, node)) };
};

/** The edits that leave `docs.zip` out of a release, and the hooks that make it, with the sections that would be empty without them. */
export function withoutDocsZip(read: Read): readonly Edit[] {
	const config = read(published);
	if (config === undefined) return [];
	return [...removing(config, ['before', 'hooks'], makesZip), ...removing(config, ['release', 'extra_files'], isZip)];
}

/** Removes items of a list below two keys: the list where none would be left, and what holds it where that would be empty. */
function removing(
	{ path, value }: { readonly path: string; readonly value: YamlValue },
	[outer, inner]: readonly [string, string],
	gone: (item: YamlValue) => boolean,
): Edit[] {
	const section = entryOf(value, outer);
	const list = entryOf(section?.value, inner);
	const all = items(list?.value);
	const removed = all.filter(gone);
	if (section === undefined || list === undefined || removed.length === 0) return [];
	if (removed.length < all.length) return removed.map(({ node }) => removeLines(at(path, node)));
	return [removeLines(at(path, section.value.kind === 'map' && section.value.entries.length === 1 ? section.node : list.node))];
}
