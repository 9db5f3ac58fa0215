import type { YamlMap } from '../../../syntax/yaml/file';
import { type Edit, insertBefore, removeLines, replace } from '../../../text/edit';
import { spanOf } from '../../../text/nodes';
import { at } from '../../../text/place';
import { yamlSpans } from '../../ci/yaml';
import type { Read } from '../../core/database';
import { text } from '../../core/files';
import { root } from '../config';
import type { Mistake } from './decode';
import type { Refusal } from './refusal';

/** How GoReleaser 2 calls an option that it removed, by struct and option; null where it does without (its list of deprecations, "Removed in v2"). */
const removed: Readonly<Record<string, string | null>> = {
	'Changelog.skip': 'disable',
	'Archive.rlcp': null,
	'Archive.strip_parent_binary_folder': 'strip_binary_directory',
	'Source.rlcp': null,
	'Homebrew.tap': 'repository',
	'Homebrew.folder': 'directory',
	'Homebrew.plist': 'service',
	'Scoop.bucket': 'repository',
	'Scoop.folder': 'directory',
	'Krew.index': 'repository',
	'Blob.folder': 'directory',
	'Blob.kmskey': 'kms_key',
	'Blob.disableSSL': 'disable_ssl',
};

/** What a config calls the structs whose options people get wrong: `archives` for `Archive`. */
const sections: Readonly<Record<string, string>> = {
	Archive: 'archives',
	Blob: 'blobs',
	Build: 'builds',
	Changelog: 'changelog',
	Checksum: 'checksum',
	FormatOverride: 'archives.format_overrides',
	Homebrew: 'brews',
	IgnoredBuild: 'builds.ignore',
	Krew: 'krews',
	NFPM: 'nfpms',
	Release: 'release',
	Scoop: 'scoops',
	Sign: 'signs',
	Snapshot: 'snapshot',
	Source: 'source',
};

/** An option as documentation names it: `changelog.skip`. */
export function optionName(mistake: Mistake): string {
	if (mistake.kind === 'type') return mistake.option;
	const section = sections[mistake.struct];
	return section === undefined ? mistake.option : `${section}.${mistake.option}`;
}

/** The edits after which GoReleaser 2 decodes a config; undefined where we do not know what an option should be. */
export function corrected(read: Read, { path, mistakes, version, run }: Refusal): Edit[] | undefined {
	const map = read(root)?.value;
	if (run.major !== 2 || map?.kind !== 'map') return undefined;
	const edits = mistakes.map(mistake => correction(read, path, mistake));
	if (edits.includes(undefined)) return undefined;
	return [...versionEdits(path, map, version), ...(edits as Edit[])];
}

/** The edits that make a config say `version: 2`. */
export function versionEdits(path: string, map: YamlMap, version: Refusal['version']): Edit[] {
	if (version !== undefined) return [replace(version, '2')];
	const first = map.entries[0];
	return first === undefined ? [] : [insertBefore(at(path, first.keyNode), 'version: 2\n')];
}

function correction(read: Read, path: string, mistake: Mistake): Edit | undefined {
	if (mistake.kind !== 'unknown') return undefined;
	const to = removed[`${mistake.struct}.${mistake.option}`];
	if (to === undefined) return undefined;
	if (to !== null) return replace(at(path, mistake.node), to);
	const span = (spans => spans && spanOf(spans, mistake.node))(read(yamlSpans, path));
	const source = read(text, path) ?? '';
	const before = span && source.slice(source.lastIndexOf('\n', span.start - 1) + 1, span.start);
	return mistake.value.kind === 'scalar' && before?.trim() === '' ? removeLines(at(path, mistake.node)) : undefined;
}
