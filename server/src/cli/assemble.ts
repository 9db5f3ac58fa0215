import { checklist } from '../checklist/checklist';
import { nothingRecorded, type Recorded } from '../checklist/item';
import { rulePage } from '../engine/addresses';
import { type Report as EngineReport, isOpen, type Reported, summarize } from '../engine/report';
import type { OfChange } from '../engine/since';
import type { Read } from '../facts/core/database';
import { linesOf } from '../facts/core/lines';
import { locate } from '../facts/places/locate';
import { components } from '../facts/plugin/components';
import { identity } from '../facts/plugin/identity';
import { modulePath, sdkVersion } from '../facts/plugin/module';
import type { Lines } from '../text/lines';
import type { Place } from '../text/place';
import type { Span } from '../text/span';
import type { ComponentReport, FindingReport, LineOf, PluginReport, ReportPosition, ReportRange } from './model';
import type { Since } from './since/since';

/** The report of a plugin. `recorded` is what a person recorded, which only the editor keeps. */
export function assemble(root: string, read: Read, report: EngineReport, recorded: Recorded = nothingRecorded): PluginReport {
	const lines = (path: string) => read(linesOf, path);
	return {
		root,
		module: read(modulePath) ?? null,
		name: read(identity).name,
		sdkVersion: read(sdkVersion) ?? null,
		components: componentsOf(read, lines),
		findings: report.findings.map(finding => findingOf(lines, finding, null)),
		checklist: checklist(read, report, recorded).map(({ id, step, title, state, findings, reason }) => ({ id, step, title, state, findings, reason })),
		summary: summarize(report),
		since: null,
		unreadable: report.unreadable,
		failures: report.failures,
	};
}

/** The report of a plugin with the findings of a change only. Its checklist, and whether it is ready, are those of the whole plugin. */
export function assembleSince(root: string, read: Read, { revision, commit, files, whole, why }: Since): PluginReport {
	const all = assemble(root, read, whole);
	const isShown = (_: unknown, i: number) => why[i] !== undefined;
	const { ready } = all.summary;
	return {
		...all,
		findings: all.findings.map((finding, i) => ({ ...finding, since: why[i] ?? null })).filter(isShown),
		summary: { ...summarize({ ...whole, findings: whole.findings.filter(isShown) }), ready },
		since: { revision, commit, files, older: whole.findings.filter((finding, i) => why[i] === undefined && isOpen(finding)).length },
	};
}

type LinesOf = (path: string) => Lines;

function componentsOf(read: Read, lines: LinesOf): ComponentReport[] {
	const lineOf = (place: Place): LineOf => ({ path: place.path, line: lines(place.path).positionAt(locate(read, place).start).line + 1 });
	return read(components).map(({ kind, name, fullName, registration, implementation }) => ({
		kind,
		name,
		fullName,
		registeredAt: lineOf(registration.place),
		implementedAt: implementation === undefined ? null : lineOf(implementation.place),
	}));
}

function findingOf(
	lines: LinesOf,
	{ rule, severity, title, message, path, span, item, related = [], fix, suppressed }: Reported,
	since: OfChange | null,
): FindingReport {
	return {
		rule,
		severity,
		title,
		message,
		path,
		range: rangeOf(lines(path), span),
		related: related.map(other => ({ path: other.path, range: rangeOf(lines(other.path), other.span), message: other.message })),
		item,
		fix: fix?.kind ?? null,
		help: rulePage(rule),
		suppressed: suppressed ?? null,
		since,
	};
}

function rangeOf(lines: Lines, { start, end }: Span): ReportRange {
	const position = (offset: number): ReportPosition => {
		const { line, column } = lines.positionAt(offset);
		return { line: line + 1, column: column + 1 };
	};
	return { start: position(start), end: position(end) };
}
