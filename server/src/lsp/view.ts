import { checklist } from '../checklist/checklist';
import { nextStep } from '../checklist/next';
import { partOf } from '../checklist/titles';
import { issues } from '../engine/addresses';
import { summarize } from '../engine/report';
import { components } from '../facts/plugin/components';
import { identity } from '../facts/plugin/identity';
import { modulePath } from '../facts/plugin/module';
import type { FindingView, PluginView } from '../protocol';
import type { Facing } from './facing';
import { counting, suppressedOnes } from './shown';
import { uriOf } from './uris';

/** A plugin as the checklist shows it. */
export function viewOf(facing: Facing): PluginView {
	const { state, positions } = facing;
	const { read, report, root } = state;
	const viewed = ({ finding, path, span }: ReturnType<typeof counting>[number]): FindingView => {
		const { line, character } = positions.position(path, span.start);
		const part = partOf(finding.rule);
		const { rule, severity, title, message, item, suppressed } = finding;
		return {
			rule,
			severity,
			title,
			message,
			uri: facing.target(path).uri,
			line,
			column: character,
			item,
			...(part ? { part } : {}),
			fix: finding.fix?.kind ?? null,
			...(suppressed ? { suppressed } : {}),
		};
	};
	const findings = counting(read, report.findings).map(viewed);
	const items = checklist(read, report, state.recorded);
	const troubles = troublesOf(facing);
	const next = nextStep(items, findings, troubles);
	return {
		uri: uriOf(root),
		name: read(identity).name,
		module: read(modulePath) ?? null,
		summary: summarize(report),
		components: read(components).map(({ kind, fullName }) => ({ kind, fullName })),
		items,
		findings,
		suppressed: suppressedOnes(read, report.findings).map(viewed),
		troubles,
		...(next ? { next } : {}),
	};
}

/** Rules that failed and files that could not be read, each a sentence. */
export const troublesOf = ({ state: { report } }: Pick<Facing, 'state'>): string[] => [
	...report.failures.map(({ rule, message }) => `Rule ${rule} failed: ${message}. Report this bug at ${issues}.`),
	...report.unreadable.map(({ path, reason }) => `${path} could not be read: ${reason}.`),
];
