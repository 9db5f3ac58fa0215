import { baselineOf, compareWithBaseline } from '../../engine/baseline';
import { Engine } from '../../engine/check';
import type { Report } from '../../engine/report';
import type { Read } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { type BaselineEntry, baselinePath, ownBaseline } from '../../facts/readiness/baseline';
import { rules } from '../../rules/index';
import { refusal, writeChange } from '../changes/write';
import { lines } from '../channels/lines';
import { Complaint } from '../complaint';
import type { Environment } from '../environment';
import { openOne } from '../one';
import { shownPath } from '../paths';
import { settingsOf } from '../settings';
import { count } from '../words';

/** The options of `baseline`. */
export interface BaselineOptions {
	/** Remove what is settled, and add nothing. */
	readonly update: boolean;
	readonly config?: string;
}

/** Writes the findings of a plugin to its baseline. Returns the exit status: 2 if not everything could be checked, and then nothing is written. */
export async function baseline(environment: Environment, folder: string, { update, config }: BaselineOptions): Promise<number> {
	const plugin = await openOne(environment, folder);
	const { root, db } = plugin.folder;
	const settings = await settingsOf(environment, db.get, plugin.root, { baseline: false, ...(config === undefined ? {} : { config }) });
	const report = new Engine(rules).check(db.get, settings);
	const shown = shownPath(environment.absolute('.'), plugin, baselinePath);
	if (report.unreadable.length + report.failures.length > 0)
		throw new Complaint(`${shown} was not written, because not everything could be checked. Run \`${environment.tool.name} check\`.`);
	const entries = update ? remaining(db.get, report, shown) : baselineOf(db.get, report.findings);
	const before = db.get(text, baselinePath);
	const after = written(entries);
	const refused =
		(await refusal(environment, root, baselinePath)) ?? (await writeChange(environment, root, { path: baselinePath, before, after, executable: false }));
	if (refused !== undefined) throw new Complaint(`${shown} was not written: ${refused}.`);
	environment.stdout.write(lines(shown));
	environment.stderr.write(lines(`${count(total(entries), 'finding')} in the baseline.`));
	return 0;
}

/** The entries of the plugin's baseline for which there still is a finding. */
function remaining(read: Read, { findings }: Report, shown: string): readonly BaselineEntry[] {
	const own = read(ownBaseline);
	if (own === undefined) throw new Complaint(`${shown} does not exist. Omit --update to write it.`);
	if ('problem' in own) throw new Complaint(`${shown} cannot be used: ${own.problem}. Omit --update to write it again.`);
	const compared = compareWithBaseline(read, findings, own.entries);
	return baselineOf(
		read,
		findings.filter((_, i) => compared.findings[i]?.suppressed?.how === 'baseline'),
	);
}

const total = (entries: readonly BaselineEntry[]) => entries.reduce((sum, { count }) => sum + count, 0);

/** One entry a line, so that changes are easy to review and to merge. */
function written(findings: readonly BaselineEntry[]): string {
	const list = findings.map(entry => `    ${JSON.stringify(entry)}`).join(',\n');
	return `{\n  "version": 1,\n  "findings": [${list === '' ? '' : `\n${list}\n  `}]\n}\n`;
}
