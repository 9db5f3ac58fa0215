import { joined, lines } from '../channels/lines';
import { type Paint, paintOf } from '../channels/paint';
import { type Sayable, said } from '../channels/said';
import type { Checked, Format, Run } from '../checked';
import type { PluginReport } from '../model';
import { count, list, olderWords, sinceWhat, tally } from '../words';
import { checklistLines } from './pretty/checklist';
import { findingLines } from './pretty/findings';
import { nextLines } from './pretty/next';

/** The report for a person at a terminal. */
export const pretty: Format = {
	write(run) {
		const paint = paintOf(run.colors);
		return joined(run.checked.map((checked, i) => lines(...(i === 0 ? [] : ['', '']), ...pluginLines(run, checked, paint))));
	},
};

function pluginLines(run: Run, checked: Checked, paint: Paint): Sayable[] {
	const { report } = checked;
	const checklist = checklistLines(report, paint);
	return [
		...headLines(report, paint),
		...(report.findings.some(f => f.suppressed === null) ? ['', ...findingLines(checked, paint)] : []),
		...troubleLines(report, paint),
		...(checklist.length === 0 ? [] : ['', ...checklist]),
		'',
		verdict(report, paint),
		...nextLines(run, checked, paint),
	];
}

function headLines({ name, module, sdkVersion, components, root, since }: PluginReport, paint: Paint): Sayable[] {
	const facts = [module ?? 'no module path', ...(sdkVersion === null ? [] : [`plugin SDK ${sdkVersion}`]), ...(root === '.' ? [] : [root])];
	const shown = components.map(({ kind, fullName }) => `${kind} ${fullName}`);
	return [
		paint.bold(`packer-plugin-${name}`),
		paint.dim(facts.join(', ')),
		paint.dim(shown.length === 0 ? 'no components' : list(shown, 'and')),
		...(since === null ? [] : [paint.dim(`${count(since.files, 'file')} changed since ${since.revision} (commit ${since.commit.slice(0, 12)})`)]),
	];
}

function troubleLines({ unreadable, failures }: PluginReport, paint: Paint): Sayable[] {
	const all = [
		...unreadable.map(({ path, reason }) => said`${path} ${paint.red('could not be read')}: ${reason}.`),
		...failures.map(({ rule, message }) => said`${rule} ${paint.red('failed')}: ${message}.`),
	];
	return all.length === 0 ? [] : ['', ...all];
}

function verdict(report: PluginReport, paint: Paint): Sayable {
	const { summary, unreadable, failures, since } = report;
	const older = olderWords(report);
	const off = [
		...(summary.suppressed === 0 ? [] : [`${summary.suppressed} suppressed`]),
		...(summary.baseline === 0 ? [] : [`${summary.baseline} in the baseline`]),
	];
	const suppressed = off.length === 0 ? '' : ` (${off.join(', ')})`;
	const counted = `${tally(summary)}${sinceWhat(report)}${suppressed}`;
	const capital = counted.slice(0, 1).toUpperCase() + counted.slice(1);
	if (summary.ready) return said`${paint.green(capital)}. Packer, the portal and the program would accept this plugin.${older}`;
	if (summary.errors > 0) return said`${paint.red(capital)}. Packer, the portal or the program would reject this plugin.${older}`;
	if (since !== null && unreadable.length + failures.length === 0) return said`${paint.green(capital)}, but older errors are still to be settled.${older}`;
	if (unreadable.length + failures.length === 0) return said`${paint.green(capital)}, but errors in the baseline are still to be settled.`;
	const why = [...(unreadable.length > 0 ? ['some files could not be read'] : []), ...(failures.length > 0 ? ['some rules failed'] : [])];
	return said`${paint.red(capital)}, but the check is incomplete: ${list(why, 'and')}.${older}`;
}
