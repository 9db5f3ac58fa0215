import type { YamlValue } from '../../syntax/yaml/file';
import { asText, get, itemsOrOne } from '../../syntax/yaml/lookup';
import type { Place } from '../../text/place';
import { makeTargets, targetNamed } from '../ci/make';
import { releasing } from '../ci/releasing';
import { runs } from '../ci/running';
import { workflows } from '../ci/workflows';
import type { Fact } from '../core/database';
import { published } from './config';

/** The target `plugin-check` of the Makefile, where no workflow and no hook of GoReleaser runs what it runs; undefined where it is run, missing, or not all is known. */
export const idlePluginCheck: Fact<Place | undefined> = read => {
	const make = read(makeTargets);
	const config = read(published);
	const target = make && targetNamed(make, 'plugin-check');
	if (target === undefined || config === undefined || read(releasing).unknown) return undefined;
	const jobs = read(workflows).flatMap(workflow => workflow.jobs);
	const elsewhere = jobs.some(({ uses, steps }) => uses !== undefined || steps.some(step => step.uses?.text.startsWith('./')));
	const scripts = [...hooksIn(config.value), ...jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run?.text ?? []))];
	const runsIt = scripts.some(script => {
		const { commands, complete } = runs(read, script);
		return !complete || commands.some(({ words }) => words.some(word => /\bplugin-check\b/.test(word)));
	});
	return elsewhere || runsIt ? undefined : target.place;
};

/** The commands that GoReleaser runs before a release, and before and after each build. */
function hooksIn(config: YamlValue): readonly string[] {
	const lists = [
		get(config, 'before', 'hooks'),
		...itemsOrOne(get(config, 'builds')).flatMap(build => [get(build, 'hooks', 'pre'), get(build, 'hooks', 'post')]),
	];
	return lists.flatMap(list => itemsOrOne(list).flatMap(hook => asText(hook) ?? asText(get(hook, 'cmd')) ?? []));
}
