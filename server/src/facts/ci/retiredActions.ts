import { lt, valid } from 'semver';
import { type Place, partOfPlace } from '../../text/place';
import type { Fact } from '../core/database';
import { workflows } from './workflows';

/** A step that uses an action in a version that GitHub refuses. */
export interface RetiredAction {
	readonly action: string;
	readonly version: string;
	/** Artifacts of one version cannot be read by another, so all steps with artifacts change together. */
	readonly family: 'artifact' | 'cache';
	readonly place: Place;
	/** The version in the step. */
	readonly versionPlace: Place;
}

/** The steps that use an action in a version that GitHub refuses, in the order of the workflows. Versions named by a commit are not known. */
export const retiredActions: Fact<readonly RetiredAction[]> = read =>
	read(workflows).flatMap(({ jobs }) =>
		jobs.flatMap(({ steps }) =>
			steps.flatMap(({ uses }): RetiredAction[] => {
				const [, action, version] =
					/^(actions\/(?:upload-artifact|download-artifact|cache)(?:\/(?:restore|save))?)@(v\d+(?:\.\d+){0,2})$/.exec(uses?.text ?? '') ?? [];
				if (uses === undefined || action === undefined || version === undefined) return [];
				const family = action.includes('artifact') ? ('artifact' as const) : ('cache' as const);
				if (family === 'artifact' ? !/^v[1-3](?:\.|$)/.test(version) : !isOldCache(version)) return [];
				const versionPlace = partOfPlace(uses.content, action.length + 1, uses.text.length);
				return [{ action, version, family, place: uses.place, versionPlace }];
			}),
		),
	);

/** Whether a version of actions/cache uses the service that was shut down: those before v3.4.0 and v4.2.0. `v3` and `v4` have moved on. */
function isOldCache(version: string): boolean {
	if (/^v[12](?:\.|$)/.test(version)) return true;
	return valid(version) !== null && lt(version, version.startsWith('v3') ? '3.4.0' : '4.2.0');
}
