import { get, items } from '../../syntax/yaml/lookup';
import type { Edit } from '../../text/edit';
import { at, type Place } from '../../text/place';
import { textOfKnown } from '../ci/environment';
import { releasing } from '../ci/releasing';
import { workflows } from '../ci/workflows';
import type { Fact, Read } from '../core/database';
import { builds } from './builds';
import { conditionsOf } from './conditions';
import { published } from './config';
import { addSection } from './edits';
import { variable } from './environment';
import { textOf } from './plan/option';
import { planOf } from './plan/plan';
import { signs } from './scaffold';

/** Where a config makes a checksum file that nothing signs; undefined if something does, the config says that nothing shall, or what the release makes is not known. */
export const unsigned: Fact<Place | undefined> = read => {
	const config = read(releasing).steps.some(({ how, action }) => how === 'goreleaser' && action) ? read(published) : undefined;
	if (
		config === undefined ||
		read(builds) === undefined ||
		read(signsElsewhere) ||
		items(get(config.value, 'signs')).some(one => textOf(one, 'artifacts') === 'none')
	)
		return undefined;
	const { stops, sums, signatures } = planOf(config.path, config.value, conditionsOf(read));
	const [file] = sums;
	if (stops.length > 0 || file === undefined || file.split || signatures.length > 0) return undefined;
	const said = get(config.value, 'signs') ?? get(config.value, 'checksum');
	return file.place.node === undefined && said ? at(config.path, said.node) : file.place;
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
