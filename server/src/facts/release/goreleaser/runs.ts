import { spanOf } from '../../../text/nodes';
import type { Place } from '../../../text/place';
import { type Release, releasing } from '../../ci/releasing';
import { setting } from '../../ci/workflows';
import { yamlSpans } from '../../ci/yaml';
import type { Fact, Read } from '../../core/database';
import { text } from '../../core/files';
import { join } from '../../core/paths';
import { configPath } from '../config';
import { type Asked, askedFor } from './action';

/** A release that runs GoReleaser by its action with the plugin's config, the version that it installs, and where that is said. */
export interface Run extends Asked {
	readonly release: Release;
	readonly place: Place;
}

/** The steps that release with the plugin's config and whose version of GoReleaser is known. */
export const runs: Fact<readonly Run[]> = read => using(read).flatMap(release => runOf(read, release) ?? []);

/** The major version of GoReleaser that every release runs; undefined where that differs, is not known, or none does. */
export const major: Fact<1 | 2 | undefined> = read => {
	const [first, ...others] = read(runs);
	const known = using(read).length === others.length + 1;
	return known && others.every(other => other.major === first?.major) ? first?.major : undefined;
};

/** The steps that run GoReleaser with the config that the plugin's release uses. */
function using(read: Read): readonly Release[] {
	const path = read(configPath);
	return read(releasing).steps.filter(
		({ how, config }) => path !== undefined && how === 'goreleaser' && config !== null && (config === undefined || join(config) === path),
	);
}

function runOf(read: Read, release: Release): Run | undefined {
	const { step, action } = release;
	const uses = step.uses;
	if (!action || uses === undefined) return undefined;
	// GoReleaser Pro knows more options.
	if (!/^(?:goreleaser)?$/.test(setting(step.with, 'distribution')?.text ?? '')) return undefined;
	const version = setting(step.with, 'version');
	const asked = askedFor(uses.text.slice(uses.text.indexOf('@') + 1), tagBeside(read, uses.place), version?.text);
	return asked && { ...asked, release, place: version?.place ?? uses.place };
}

/** The tag in the comment behind a pinned action: `@…40 hex digits… # v4.2.0`. */
function tagBeside(read: Read, place: Place): string | undefined {
	const spans = place.node === undefined ? undefined : read(yamlSpans, place.path);
	const span = spans && place.node !== undefined ? spanOf(spans, place.node) : undefined;
	const source = read(text, place.path);
	if (span === undefined || source === undefined) return undefined;
	const end = source.indexOf('\n', span.end);
	return /^["']?[ \t]+#[ \t]*(?:tag=)?(v\d+(?:\.\d+)*)\b/.exec(source.slice(span.end, end === -1 ? undefined : end))?.[1];
}
