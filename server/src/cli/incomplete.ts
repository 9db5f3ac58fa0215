import { issues } from '../engine/addresses';
import type { Report } from '../engine/report';
import { lines } from './channels/lines';
import type { Environment } from './environment';
import { count, list } from './words';

/** How many files are named. */
const named = 3;

/** Says what could not be looked at in a plugin, and what that makes of the result, such as `the report is incomplete`. Returns whether there is any. */
export function sayIncomplete({ stderr }: Environment, root: string, { unreadable, failures }: Pick<Report, 'unreadable' | 'failures'>, so: string): boolean {
	const shown = list(
		unreadable
			.slice(0, named)
			.map(({ path, reason }) => `${path} (${reason})`)
			.concat(unreadable.length > named ? [`${count(unreadable.length - named, 'more file')}`] : []),
		'and',
	);
	if (unreadable.length > 0)
		stderr.write(
			lines(`${root}: ${count(unreadable.length, 'file')} could not be read, so ${so}: ${shown}. Make them readable, or move them out of the plugin.`),
		);
	for (const { rule, message } of failures) stderr.write(lines(`${root}: rule ${rule} failed, so ${so}: ${message}. Report this bug at ${issues}.`));
	return unreadable.length + failures.length > 0;
}
