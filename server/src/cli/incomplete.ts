import { issues } from '../engine/addresses';
import type { Report } from '../engine/report';
import { lines } from './channels/lines';
import type { Environment } from './environment';
import { count, list } from './words';

/** How many files that could not be read are named at most. */
const mostNamed = 3;

/** Says on standard error what of a plugin (its folder as given) could not be checked, so that what was said of it is not all. Returns whether there is such a thing. */
export function saidIncomplete({ stderr }: Environment, root: string, { unreadable, failures }: Pick<Report, 'unreadable' | 'failures'>): boolean {
	const named = unreadable.slice(0, mostNamed).map(({ path, reason }) => `${path} (${reason})`);
	const shown = list(unreadable.length > mostNamed ? [...named, count(unreadable.length - mostNamed, 'more file')] : named, 'and');
	if (unreadable.length > 0)
		stderr.write(
			lines(
				`${root}: ${count(unreadable.length, 'file')} could not be read, so the report is incomplete: ${shown}. Make them readable, or move them out of the plugin.`,
			),
		);
	for (const { rule, message } of failures)
		stderr.write(lines(`${root}: rule ${rule} failed, so the report is incomplete: ${message}. Report this bug at ${issues}.`));
	return unreadable.length + failures.length > 0;
}
