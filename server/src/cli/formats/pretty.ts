import { createColors } from 'picocolors';
import type { Checked, Format, Run } from '../checked';
import type { PluginReport } from '../model';
import { printable } from '../printable';
import { list, tally } from '../words';
import { checklistLines } from './pretty/checklist';
import { findingLines } from './pretty/findings';
import { nextLines } from './pretty/next';
import type { Paint } from './pretty/paint';

/** The report for a person at a terminal. */
export const pretty: Format = {
	write(run) {
		const paint = createColors(run.colors);
		return `${run.checked.map(checked => pluginLines(run, checked, paint).join('\n')).join('\n\n\n')}\n`;
	},
};

function pluginLines(run: Run, checked: Checked, paint: Paint): string[] {
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

function headLines({ name, module, sdkVersion, components, root }: PluginReport, paint: Paint): string[] {
	const facts = [module ?? 'no module path', ...(sdkVersion === null ? [] : [`plugin SDK ${sdkVersion}`]), ...(root === '.' ? [] : [root])];
	const shown = components.map(({ kind, fullName }) => `${kind} ${fullName}`);
	return [
		paint.bold(printable(`packer-plugin-${name}`)),
		paint.dim(printable(facts.join(', '))),
		paint.dim(printable(shown.length === 0 ? 'no components' : list(shown, 'and'))),
	];
}

function troubleLines({ unreadable, failures }: PluginReport, paint: Paint): string[] {
	const lines = [
		...unreadable.map(({ path, reason }) => `${printable(path)} ${paint.red('could not be read')}: ${reason}.`),
		...failures.map(({ rule, message }) => `${rule} ${paint.red('failed')}: ${printable(message)}.`),
	];
	return lines.length === 0 ? [] : ['', ...lines];
}

function verdict({ summary, unreadable, failures }: PluginReport, paint: Paint): string {
	const suppressed = summary.suppressed === 0 ? '' : ` (${summary.suppressed} suppressed)`;
	const said = `${tally(summary)}${suppressed}`;
	const capital = said.slice(0, 1).toUpperCase() + said.slice(1);
	if (summary.ready) return `${paint.green(capital)}. Packer, the portal and the program would accept this plugin.`;
	if (summary.errors > 0) return `${paint.red(capital)}. Packer, the portal or the program would reject this plugin.`;
	return `${paint.red(capital)}, but the check is incomplete: ${list([...(unreadable.length > 0 ? ['some files could not be read'] : []), ...(failures.length > 0 ? ['some rules failed'] : [])], 'and')}.`;
}
