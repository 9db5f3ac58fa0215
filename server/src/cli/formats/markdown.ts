import { stepIds } from '../../checklist/item';
import { hasReason } from '../../checklist/titles';
import { stateMarks, stepTitles } from '../../checklist/words';
import { document } from '../channels/lines';
import type { Checked, Format } from '../checked';
import type { ChecklistReport, FindingReport, PluginReport } from '../model';
import { count, tally } from '../words';

/** GitHub accepts comments of 65,536 characters; findings beyond that are counted. */
const longest = 60_000;

/** Markdown for the comment on a pull request. */
export const markdown: Format = { write: ({ checked }) => document(checked.map(one => section(one, Math.floor(longest / checked.length))).join('\n\n')) };

function section({ report, shown }: Checked, room: number): string {
	const counting = report.findings.filter(f => f.suppressed === null);
	const main = [...counting.filter(f => f.severity === 'error'), ...counting.filter(f => f.severity === 'warning')];
	const advice = counting.filter(f => f.severity === 'info');
	const head = [`### ${escaped(`packer-plugin-${report.name}`)}: ${tally(report.summary)}`, verdict(report), ...troubles(report)];
	const items = report.checklist.length === 0 ? [] : [folded('Checklist of the Packer Integration Program', checklist(report.checklist))];
	const left = () => room - [...head, ...items].reduce((sum, part) => sum + part.length + 2, 0);
	if (left() < room / 4) items.pop();
	head.push(...table(shown, main, left()));
	if (advice.length > 0) head.push(folded(count(advice.length, 'suggestion'), table(shown, advice, left()).join('\n\n')));
	return [...head, ...items].join('\n\n');
}

function verdict({ summary }: PluginReport): string {
	const suppressed = summary.suppressed === 0 ? '' : ` ${count(summary.suppressed, 'finding')} suppressed with a reason.`;
	if (summary.ready) return `No errors: Packer, the portal and the program would accept this plugin.${suppressed}`;
	return summary.errors > 0
		? `Packer, the portal or the program would reject this plugin.${suppressed}`
		: `Whether the plugin is ready is unknown, because not everything could be checked.${suppressed}`;
}

function table(shown: Checked['shown'], findings: readonly FindingReport[], room: number): string[] {
	if (findings.length === 0) return [];
	const rows: string[] = [];
	let used = 150; // the header and the text around the table
	for (const finding of findings) {
		const row = `| ${finding.severity} | ${lineOf(shown, finding)} | ${described(shown, finding)} |`;
		used += row.length;
		if (used > room) break;
		rows.push(row);
	}
	const left = findings.length - rows.length;
	return [
		['| Severity | Place | Finding |', '| --- | --- | --- |', ...rows].join('\n'),
		...(left > 0 ? [`${count(left, 'more finding')} omitted, because the comment would be too long.`] : []),
	];
}

const lineOf = (shown: Checked['shown'], { path, range }: Pick<FindingReport, 'path' | 'range'>) => code(`${shown(path)}:${range.start.line}`);

function described(shown: Checked['shown'], { title, message, rule, help, related }: FindingReport): string {
	const others = related.map(other => `<br>${lineOf(shown, other)} ${escaped(other.message)}`);
	return `**${escaped(title)}.** ${escaped(message)} [${rule}](${help})${others.join('')}`;
}

function troubles({ unreadable, failures }: PluginReport): string[] {
	const lines = [
		...unreadable.map(({ path, reason }) => `- ${code(path)} could not be read: ${escaped(reason)}.`),
		...failures.map(({ rule, message }) => `- Rule ${code(rule)} failed: ${escaped(message)}.`),
	];
	return lines.length === 0 ? [] : [lines.join('\n')];
}

function checklist(items: readonly ChecklistReport[]): string {
	return stepIds
		.map(
			(step, i) =>
				`${i + 1}. **${stepTitles[step]}**\n${items
					.filter(item => item.step === step)
					.map(line)
					.join('\n')}`,
		)
		.join('\n');
}

function line(item: ChecklistReport): string {
	const { state, title, findings, reason } = item;
	const mark = findings > 0 || state === 'done' || state === 'open' ? '' : ` ${escaped(stateMarks[state])}`;
	const more = findings > 0 ? ` (${count(findings, 'finding')})` : mark !== '' ? `${mark} ${escaped(reason)}` : hasReason(item) ? `: ${escaped(reason)}` : '';
	return `   - ${state === 'done' ? '[x]' : '[ ]'} ${escaped(title)}${more}`;
}

const folded = (title: string, body: string) => `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;

/** Text escaped for a table cell; code between backticks stays code. */
const escaped = (text: string) =>
	text
		.replace(/\s+/g, ' ')
		.split(/(`[^`]+`)/)
		.map((part, i) => (i % 2 === 1 ? part.replaceAll('|', '\\|') : part.replace(/[\\*_[\]<>|#@~&]/g, '\\$&')))
		.join('');

/** A path as code, with any characters. */
function code(text: string): string {
	const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(m => m[0].length)) + 1);
	const pad = fence.length > 1 ? ' ' : '';
	return `${fence}${pad}${text.replace(/\s/g, ' ').replaceAll('|', '\\|')}${pad}${fence}`;
}
