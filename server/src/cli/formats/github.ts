import { type WorkflowCommand, workflowCommands } from '../channels/commands';
import type { Checked, Format } from '../checked';
import type { FindingReport } from '../model';
import { olderWords, sinceWhat, tally } from '../words';

/** Workflow commands, which GitHub Actions shows on the lines of a pull request, and one line per plugin for the log. */
export const github: Format = { write: ({ checked }) => workflowCommands(checked.flatMap(linesOf)) };

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

function linesOf({ report, shown }: Checked): Array<WorkflowCommand | string> {
	const { findings, unreadable, failures, summary, name } = report;
	return [
		...findings
			.filter(f => f.suppressed === null)
			.map(finding => ({ name: commands[finding.severity], properties: place(shown(finding.path), finding), message: textOf(finding, shown) })),
		...unreadable.map(({ path, reason }) => error({ file: shown(path), title: 'Unreadable file' }, `\`${path}\` could not be read: ${reason}.`)),
		...failures.map(({ rule, message }) => error({ title: `Rule failed (${rule})` }, `Rule \`${rule}\` failed: ${message}.`)),
		`packer-plugin-${name}: ${tally(summary)}${sinceWhat(report)}${report.since === null ? '' : `.${olderWords(report)}`}`,
	];
}

const error = (properties: WorkflowCommand['properties'], message: string): WorkflowCommand => ({ name: 'error', properties, message: [message] });

/** GitHub accepts no columns for a finding that spans lines. */
function place(file: string, { range: { start, end }, rule, title }: FindingReport): WorkflowCommand['properties'] {
	const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
	return { file, line: start.line, endLine: end.line, ...columns, title: `${title} (${rule})` };
}

/** The message, and a line for each related place, because an annotation cannot have related places. */
const textOf = ({ message, related }: FindingReport, shown: Checked['shown']) => [
	message,
	...related.map(other => `${shown(other.path)}:${other.range.start.line}: ${other.message}`),
];
