import type { Checked, Run } from '../../checked';
import { count } from '../../words';
import type { Paint } from './paint';

/** The commands that come next, with what each does. */
export function nextLines({ tool }: Run, { report }: Checked, paint: Paint): string[] {
	const at = report.root === '.' ? '' : ` ${quoted(report.root)}`;
	const counting = report.findings.filter(f => f.suppressed === null);
	const gravest = counting.find(f => f.severity === 'error') ?? counting.find(f => f.severity === 'warning') ?? counting[0];
	const safe = counting.filter(f => f.fix === 'safe').length;
	const steps: Array<readonly [command: string, does: string]> = [
		...(safe > 0 ? [[`fix${at}`, `makes ${count(safe, 'safe fix').replace(/fixs$/, 'fixes')}; --dry-run shows them first`] as const] : []),
		...(gravest ? [[`explain ${gravest.rule}`, 'says why, and how to settle it'] as const] : []),
		...(report.summary.ready ? [[`draft email${at}`, 'drafts the email that asks for the review'] as const] : []),
	];
	const widest = Math.max(0, ...steps.map(([command]) => command.length));
	return steps.map(([command, does]) => `  ${paint.cyan(`${tool.name} ${command.padEnd(widest)}`)}  ${does}`);
}

const quoted = (path: string) => (/^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);
