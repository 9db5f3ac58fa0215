import { stepIds } from '../../checklist/item';
import { hasReason } from '../../checklist/titles';
import { stateMarks, stepTitles } from '../../checklist/words';
import { codeSpan, inMarkdown } from '../../text/markdown';
import { document } from '../channels/lines';
import type { Checked, Format } from '../checked';
import type { ChecklistReport, FindingReport, PluginReport } from '../model';
import { count, olderWords, sinceWhat, tally } from '../words';

/** GitHub accepts comments of 65,536 characters; findings beyond that are counted. */
const longest = 60_000;

/** Markdown for the comment on a pull request. */
export const markdown: Format = { write: ({ checked }) => document(checked.map(one => section(one, Math.floor(longest / checked.length))).join('\n\n')) };

function section({ report, shown }: Checked, room: number): string {
	const counting = report.findings.filter(f => f.suppressed === null);
	const main = [...counting.filter(f => f.severity === 'error'), ...counting.filter(f => f.severity === 'warning')];
	const advice = counting.filter(f => f.severity === 'info');
	const head = [
		`### ${inMarkdown(`packer-plugin-${report.name}`)}: ${tally(report.summary)}${inMarkdown(sinceWhat(report))}`,
		verdict(report),
		...troubles(report),
	];
	const items =
		report.checklist.length === 0
			? []
			: [folded(`Checklist of the Packer Integration Program${report.since === null ? '' : ', judged from the whole plugin'}`, checklist(report.checklist))];
	const left = () => room - [...head, ...items].reduce((sum, part) => sum + part.length + 2, 0);
	if (left() < room / 4) items.pop();
	head.push(...table(shown, main, left()));
	if (advice.length > 0) head.push(folded(count(advice.length, 'suggestion'), table(shown, advice, left()).join('\n\n')));
	return [...head, ...items].join('\n\n');
}

function verdict(report: PluginReport): string {
	const { summary, unreadable, failures, since } = report;
	const suppressed = [
		...(summary.suppressed === 0 ? [] : [` ${count(summary.suppressed, 'finding')} suppressed with a reason.`]),
		...(summary.baseline === 0 ? [] : [` ${count(summary.baseline, 'finding')} in the baseline.`]),
		olderWords(report),
	].join('');
	if (summary.ready) return `No errors: Packer, the portal and the program would accept this plugin.${suppressed}`;
	if (summary.errors === 0 && unreadable.length + failures.length === 0)
		return `No new errors, but ${since === null ? 'those in the baseline' : 'older ones'} are still to be settled.${suppressed}`;
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

const lineOf = (shown: Checked['shown'], { path, range }: Pick<FindingReport, 'path' | 'range'>) => codeSpan(`${shown(path)}:${range.start.line}`);

function described(shown: Checked['shown'], { title, message, rule, help, related }: FindingReport): string {
	const others = related.map(other => `<br>${lineOf(shown, other)} ${inMarkdown(other.message)}`);
	return `**${inMarkdown(title)}.** ${inMarkdown(message)} [${rule}](${help})${others.join('')}`;
}

function troubles({ unreadable, failures }: PluginReport): string[] {
	const lines = [
		...unreadable.map(({ path, reason }) => `- ${codeSpan(path)} could not be read: ${inMarkdown(reason)}.`),
		...failures.map(({ rule, message }) => `- Rule ${codeSpan(rule)} failed: ${inMarkdown(message)}.`),
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
	const mark = findings > 0 || state === 'done' || state === 'open' ? '' : ` ${inMarkdown(stateMarks[state])}`;
	const more =
		findings > 0 ? ` (${count(findings, 'finding')})` : mark !== '' ? `${mark} ${inMarkdown(reason)}` : hasReason(item) ? `: ${inMarkdown(reason)}` : '';
	return `   - ${state === 'done' ? '[x]' : '[ ]'} ${inMarkdown(title)}${more}`;
}

const folded = (title: string, body: string) => `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
