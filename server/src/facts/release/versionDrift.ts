import type { Place } from '../../text/place';
import { at } from '../../text/place';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { repository } from '../core/inputs';
import { isEntryBroken } from '../plugin/entry';
import { pluginVersion, versionProblem } from '../plugin/version';
import { isEdited, tagAhead } from './reported';
import { lostFlags } from './stamping';
import { unstamped } from './unstamped';

/** The file from which HashiCorp's release pipeline takes the version (hashicorp/actions-set-product-version). */
export const versionFile = 'version/VERSION';

/** A version file that says another version than the source, and both. */
export const versionFileDrift: Fact<{ readonly place: Place; readonly said: string; readonly source: string } | undefined> = read => {
	const said = read(text, versionFile)?.trim();
	if (said === undefined) return undefined;
	const found = read(pluginVersion);
	if (found?.text === undefined || found.version === undefined || !/^v?\d\S*$/.test(said)) return undefined;
	// A source that says no version, or has it from the file, leaves it to the file.
	if (isPlaceholder(found.version.value) || found.version.place.path === versionFile || read(isEdited, found.version.place.path)) return undefined;
	const source = found.text.replace(/\+.*$/, '');
	if (said.replace(/^v|\+.*$/g, '') === source.replace(/^v/, '')) return undefined;
	return { place: { path: versionFile, from: 0, to: said.length }, said, source };
};

/** A version in the source that is before the newest tag though nothing sets another one for a release; what release/ldflags-missing tells left out. */
export const versionBehindTag: Fact<{ readonly place: Place; readonly version: string; readonly tag: string } | undefined> = read => {
	if (read(repository).tags.length === 0) return undefined;
	const found = read(pluginVersion);
	const { version, linked } = found ?? {};
	if (version === undefined || linked || found?.text === undefined || versionProblem(found.text) !== undefined || isPlaceholder(version.value))
		return undefined;
	const numbers = /^v?(\d+\.\d+\.\d+)/.exec(version.value)?.[1];
	const tag = numbers === undefined ? undefined : tagAhead(read, numbers);
	if (numbers === undefined || tag === undefined || read(isEntryBroken) || read(isEdited, version.place.path)) return undefined;
	if (read(unstamped) !== undefined || read(lostFlags) !== undefined) return undefined;
	return { place: version.place.node === undefined ? at(version.place.path) : version.place, version: numbers, tag };
};

const isPlaceholder = (version: string) => /^(?:v?0\.0\.0(?:-.*)?)?$/.test(version);
