import type { Fix, Location, Region, Result, Suppression } from 'sarif';
import { resolveFix } from '../../../engine/edits';
import { fingerprint } from '../../../engine/fingerprint';
import type { Reported } from '../../../engine/report';
import { linesOf } from '../../../facts/core/lines';
import type { Lines } from '../../../text/lines';
import type { Span } from '../../../text/span';
import type { Checked } from '../../checked';
import type { FindingReport, ReportRange } from '../../model';
import { location } from './base';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** The findings of a plugin as results. */
export function resultsOf(checked: Checked, base: string, ids: readonly string[]): Result[] {
	const seen = new Map<string, number>();
	return checked.report.findings.map((finding, index): Result => {
		const reported = checked.engine.findings[index] as Reported;
		const print = fingerprint(checked.read, reported);
		const inFile = `${finding.path}\n${print}`;
		const nth = (seen.get(inFile) ?? 0) + 1;
		seen.set(inFile, nth);
		const fixes = fixesOf(checked, base, reported);
		return {
			ruleId: finding.rule,
			ruleIndex: ids.indexOf(finding.rule),
			level: levels[finding.severity],
			message: { text: finding.message },
			locations: [{ physicalLocation: { artifactLocation: location(checked, base, finding.path), region: regionOf(finding.range) } }],
			...(finding.related.length === 0 ? {} : { relatedLocations: finding.related.map((related, i) => relatedLocation(checked, base, related, i)) }),
			partialFingerprints: { primaryLocationLineHash: `${print}:${nth}` },
			...(finding.suppressed === null
				? {}
				: {
						suppressions: [suppressionOf(finding.suppressed)],
					}),
			...(fixes.length === 0 ? {} : { fixes }),
			properties: { title: finding.title, item: finding.item, fix: finding.fix, ...(finding.since === null ? {} : { since: finding.since }) },
		};
	});
}

/** A suppression as SARIF has it: what a person accepted, and until when. */
const suppressionOf = ({ how, reason, owner, expires }: NonNullable<FindingReport['suppressed']>): Suppression => ({
	kind: how === 'inline' ? 'inSource' : 'external',
	status: 'accepted',
	justification: reason,
	...(how === 'inline' || how === 'config'
		? {}
		: { properties: { how, ...(owner === undefined ? {} : { owner }), ...(expires === undefined ? {} : { expires }) } }),
});

const relatedLocation = (checked: Checked, base: string, { path, range, message }: FindingReport['related'][number], index: number): Location => ({
	id: index + 1,
	physicalLocation: { artifactLocation: location(checked, base, path), region: regionOf(range) },
	message: { text: message },
});

const regionOf = ({ start, end }: ReportRange): Region => ({
	startLine: start.line,
	startColumn: start.column,
	endLine: end.line,
	endColumn: end.column,
});

/** The fix of a finding, if it only changes text: a SARIF fix cannot create or delete files. */
function fixesOf(checked: Checked, base: string, { fix }: Reported): Fix[] {
	const { read } = checked;
	if (fix === undefined) return [];
	const edits = resolveFix(read, fix);
	const texts = edits.filter(edit => edit.kind === 'text');
	if (texts.length === 0 || texts.length < edits.length) return [];
	const artifactChanges = [...new Set(texts.map(edit => edit.path))].map(path => {
		const lines = read(linesOf, path);
		const replacements = texts
			.filter(edit => edit.path === path)
			.map(edit => ({ deletedRegion: spanRegion(lines, edit.span), ...(edit.text === '' ? {} : { insertedContent: { text: edit.text } }) }));
		return { artifactLocation: location(checked, base, path), replacements };
	});
	return [{ description: { text: fix.title }, artifactChanges }];
}

function spanRegion(lines: Lines, span: Span): Region {
	const [start, end] = [lines.positionAt(span.start), lines.positionAt(span.end)];
	return { startLine: start.line + 1, startColumn: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}
