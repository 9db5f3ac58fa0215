import type { Checked, Format } from '../checked';
import type { FindingReport } from '../model';
import { tally } from '../words';

/** Workflow commands, which GitHub Actions shows on the lines of a pull request, and one line per plugin for the log. */
export const github: Format = {
	write: ({ checked }) =>
		checked
			.flatMap(linesOf)
			.map(line => `${line}\n`)
			.join(''),
};

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

function linesOf({ report, shown }: Checked): string[] {
	const { findings, unreadable, failures, summary, name } = report;
	return [
		...findings
			.filter(f => f.suppressed === null)
			.map(finding => command(commands[finding.severity], place(shown(finding.path), finding), textOf(finding, shown))),
		...unreadable.map(({ path, reason }) => command('error', { file: shown(path), title: 'Unreadable file' }, `\`${path}\` could not be read: ${reason}.`)),
		...failures.map(({ rule, message }) => command('error', { title: `Rule failed (${rule})` }, `Rule \`${rule}\` failed: ${message}.`)),
		`packer-plugin-${name}: ${tally(summary)}`,
	];
}

/** GitHub accepts no columns for a finding that spans lines. */
function place(file: string, { range: { start, end }, rule, title }: FindingReport): Record<string, string | number> {
	const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
	return { file, line: start.line, endLine: end.line, ...columns, title: `${title} (${rule})` };
}

/** The message, and a line for each related place, because an annotation cannot have related places. */
const textOf = ({ message, related }: FindingReport, shown: Checked['shown']) =>
	[message, ...related.map(other => `${shown(other.path)}:${other.range.start.line}: ${other.message}`)].join('\n');

function command(name: string, properties: Record<string, string | number>, message: string): string {
	const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
	return `::${name} ${written.join(',')}::${escapeData(message)}`;
}

const escapeData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
