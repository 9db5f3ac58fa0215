import type { Fact, Read } from '../core/database';
import { conditionsOf } from './conditions';
import { published } from './config';
import { mistakesIn } from './goreleaser/decode';
import { refusal } from './goreleaser/refusal';
import { major } from './goreleaser/runs';
import type { Stop } from './plan/making';
import { planOf } from './plan/plan';

/**
 * Why GoReleaser stops before it publishes, though it decodes the config: the reasons of the first stage that has one, each once. Where it is not known
 * which GoReleaser runs, those that stop both major versions.
 */
export const stops: Fact<readonly Stop[]> = read => {
	const known = read(major);
	if (read(refusal) !== undefined) return [];
	if (known !== undefined) return stopsOf(read, known);
	const others = stopsOf(read, 1);
	return stopsOf(read, 2).filter(stop => others.some(other => other.said === stop.said));
};

function stopsOf(read: Read, evaluated: 1 | 2): readonly Stop[] {
	const config = read(published);
	if (config === undefined || mistakesIn(config.value, evaluated).length > 0) return [];
	const plan = planOf(config.path, config.value, conditionsOf(read, undefined, evaluated));
	return plan.stops.filter(
		(stop, i) => plan.stops.findIndex(other => other.said === stop.said || JSON.stringify(other.place) === JSON.stringify(stop.place)) === i,
	);
}

/** Whether a stop is that archives collide, or that platforms have different numbers of binaries. */
export const collision = ({ said }: Stop): 'archive' | 'entry' | 'count' | undefined =>
	/^archive named .* already exists/.test(said)
		? 'archive'
		: said.startsWith('invalid archive: ')
			? 'count'
			: /^add .*: file already exists$/.test(said)
				? 'entry'
				: undefined;

/** What GoReleaser says, in a line that a finding can quote: of a template, why. */
export const reason = ({ said }: Stop): string => {
	const line = said.replace(/^template: failed to apply ".*": (?=[^"])/, '').split(/[\n]|(?:\. Check| please)/)[0] ?? said;
	return line
		.replace(/^invalid archive: \d+: /, '')
		.replace(/[,.]? which may.*$/, '')
		.replaceAll('`', "'");
};
