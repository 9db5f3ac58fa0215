import { entryOf, get, items } from '../../syntax/yaml/lookup';
import type { Edit } from '../../text/edit';
import { at, type Place } from '../../text/place';
import { textOfKnown } from '../ci/environment';
import { releasing } from '../ci/releasing';
import { workflows } from '../ci/workflows';
import type { Fact, Read } from '../core/database';
import { builds } from './builds';
import { published } from './config';
import { addSection } from './edits';
import { variable } from './environment';
import { isOn, textOf } from './plan/option';
import { signs } from './scaffold';

/** Where a config makes a checksum file that nothing signs; undefined if something does, the config says that nothing shall, or what is released is not known. */
export const unsigned: Fact<Place | undefined> = read => {
	const config = read(releasing).steps.some(({ how, action }) => how === 'goreleaser' && action) ? read(published) : undefined;
	const sums = entryOf(config?.value, 'checksum');
	const options = sums?.value;
	const artifacts = items(get(config?.value, 'signs')).map(item => textOf(item, 'artifacts') ?? '');
	if (config === undefined || read(builds) === undefined || isOn(options, 'disable') || isOn(options, 'split')) return undefined;
	if (artifacts.some(said => /^(?:none|all|checksum)$|\{\{/.test(said)) || read(signsElsewhere)) return undefined;
	return at(config.path, sums?.keyNode);
};

/** Whether a workflow signs files or attests them in a way of its own. */
const signsElsewhere: Fact<boolean> = read =>
	read(workflows).some(({ jobs }) =>
		jobs.some(({ steps }) =>
			steps.some(
				({ run, uses }) => /\bgpg2?\b.*--(?:detach-)?sign|\bcosign\s+sign|\bminisign\b/.test(run?.text ?? '') || /attest|slsa/i.test(uses?.text ?? ''),
			),
		),
	);

/** The edits that have GoReleaser sign the checksum file as the program's template does; none where the workflow has no key, or something else is signed. */
export function signing(read: Read): readonly Edit[] {
	const config = read(published);
	const key = textOfKnown(read(variable, 'GPG_FINGERPRINT').known);
	const hasKey = key !== null && key !== '' && read(keyIsSet);
	return config === undefined || !hasKey || get(config.value, 'signs') !== undefined ? [] : addSection(read, config.path, `${signs.join('\n')}\n`);
}

/** Whether every step that releases is given the fingerprint of a key. */
const keyIsSet: Fact<boolean> = read =>
	read(releasing).steps.every(({ how, step }) => how !== 'goreleaser' || step.env.some(({ key }) => key === 'GPG_FINGERPRINT'));
