import assert from 'node:assert/strict';
import type { Reported } from '../../server/src/engine/report';
import type { Severity } from '../../server/src/engine/rule';
import { Lines } from '../../server/src/text/lines';
import { quote, type RelatedWant, type Want } from './want';

/** Holds findings against what a page expects, one to one; `severityOf` says which of a want's severities counts. */
export function compare(
	findings: readonly Reported[],
	wants: readonly Want[],
	texts: ReadonlyMap<string, string>,
	severityOf: (want: Want) => Severity = want => want.severity,
): void {
	const fits = (want: Want, { path, span, severity, message, fix, rule }: Reported) =>
		path === want.path &&
		span.start === want.span.start &&
		span.end === want.span.end &&
		severity === severityOf(want) &&
		message.includes(want.message) &&
		fix?.kind === want.fix &&
		(want.fixTitle === undefined || want.fixTitle === fix?.title) &&
		(want.rule === undefined || want.rule === rule);
	const missing = wants.filter(want => !findings.some(finding => fits(want, finding)));
	const unexpected = findings.filter(finding => !wants.some(want => fits(want, finding)));
	const vague = wants.filter(want => findings.filter(finding => fits(want, finding)).length > 1);
	const twice = findings.filter(finding => wants.filter(want => fits(want, finding)).length > 1);
	const problems = [
		...missing.map(({ path, mark }) => `${path}: nothing is reported as\n  want ${mark}`),
		...unexpected.map(finding => `reported, and not on the page:\n  ${written(finding, texts.get(finding.path) ?? '')}`),
		...vague.map(({ path, mark }) => `${path}: more than one finding is as\n  want ${mark}`),
		...twice.map(finding => `wanted more than once:\n  ${written(finding, texts.get(finding.path) ?? '')}`),
	];
	if (problems.length > 0) assert.fail(problems.join('\n'));
}

/** Holds the related places of findings against those that a page expects. */
export function compareRelated(findings: readonly Reported[], wants: readonly RelatedWant[], texts: ReadonlyMap<string, string>): void {
	const line = (want: RelatedWant) => writtenRelated(want, texts.get(want.path) ?? '');
	assert.deepEqual(findings.flatMap(({ related = [] }) => related.map(line)).sort(), wants.map(line).sort());
}

/** A related place as a line of a `-- related --` section has it. */
export const writtenRelated = ({ path, span, message }: RelatedWant, text: string): string =>
	`${path}:${new Lines(text).positionAt(span.start).line + 1}: ${quote(message)} at ${markedIn(text, span)}`;

/** A finding as a line of a `-- want --` section would have it. */
export function written({ path, severity, message, span, fix }: Reported, text: string): string {
	const { line } = new Lines(text).positionAt(span.start);
	return `${path}:${line + 1}: ${severity} ${quote(message)} at ${markedIn(text, span)}${fix ? ` fix ${fix.kind}` : ''}`;
}

function markedIn(text: string, { start, end }: Want['span']): string {
	const lines = new Lines(text);
	const line = lines.lineAt(lines.positionAt(start).line);
	if (start === line.start && end === line.end) return 'whole line';
	const said = text.slice(start, end);
	if (said === '') return start === line.end ? 'line end' : `nothing, in column ${start - line.start + 1}`;
	if (said.trim() !== '' && said.includes('\n'))
		return `${quote(said.slice(0, said.indexOf('\n')))} to ${quote(said.slice(said.lastIndexOf('\n', said.length - 2)))}`;
	const nth = text.slice(line.start, end).split(said).length - 1;
	return `${nth === 1 ? '' : `${nth}${['th', 'st', 'nd', 'rd'][nth] ?? 'th'} `}${quote(said)}`;
}
