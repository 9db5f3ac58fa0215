import type { Paint } from '../../channels/paint';
import { type Sayable, said } from '../../channels/said';
import type { Checked, Run } from '../../checked';

/** The next commands, with what each does. */
export function nextLines({ tool }: Run, { report }: Checked, paint: Paint): Sayable[] {
	const at = report.root === '.' ? '' : ` ${quoted(report.root)}`;
	const counting = report.findings.filter(f => f.suppressed === null);
	const gravest = counting.find(f => f.severity === 'error') ?? counting.find(f => f.severity === 'warning') ?? counting[0];
	const safe = counting.filter(f => f.fix === 'safe').length;
	const steps: Array<readonly [command: string, does: string]> = [
		...(safe > 0
			? [
					[
						`fix${at}`,
						`applies ${report.since !== null ? 'all safe fixes of the plugin; --dry-run shows them' : safe === 1 ? '1 safe fix; --dry-run shows it' : `${safe} safe fixes; --dry-run shows them`} first`,
					] as const,
				]
			: []),
		...(gravest ? [[`explain ${gravest.rule}`, 'explains the rule and how to fix it'] as const] : []),
		...(report.summary.ready ? [[`draft email${at}`, 'drafts the review email'] as const] : []),
	];
	const widest = Math.max(0, ...steps.map(([command]) => command.length));
	return steps.map(([command, does]) => said`  ${paint.cyan(`${tool.name} ${command.padEnd(widest)}`)}  ${does}`);
}

const quoted = (path: string) => (/^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);
