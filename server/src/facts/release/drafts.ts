import { entryOf, get } from '../../syntax/yaml/lookup';
import { at, type Place } from '../../text/place';
import { workflows } from '../ci/workflows';
import type { Fact } from '../core/database';
import { published } from './config';
import { isOn } from './plan/option';

/** Where a config leaves every release a draft that no workflow publishes; undefined if none does. */
export const lastingDraft: Fact<Place | undefined> = read => {
	const config = read(published);
	const release = get(config?.value, 'release');
	const entry = entryOf(release, 'draft');
	if (config === undefined || entry === undefined || !isOn(release, 'draft') || read(undrafts)) return undefined;
	return at(config.path, entry.value.node);
};

/** Whether a workflow publishes a draft: `gh release edit --draft=false`, a request, or an action that is told to. */
const undrafts: Fact<boolean> = read =>
	read(workflows).some(({ jobs }) =>
		jobs.some(({ steps }) =>
			steps.some(
				step =>
					/draft['"]?\s*[=:]\s*['"]?false/i.test(step.run?.text ?? '') ||
					step.with.some(({ key, text }) => (key === 'draft' && text === 'false') || /draft['"]?\s*[=:]\s*['"]?false/i.test(text)) ||
					/publish-release|release-publish|undraft/i.test(step.uses?.text ?? ''),
			),
		),
	);
