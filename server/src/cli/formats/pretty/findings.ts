import type { Reported } from '../../../engine/report';
import type { Severity } from '../../../engine/rule';
import { text } from '../../../facts/core/files';
import { linesOf } from '../../../facts/core/lines';
import type { Paint } from '../../channels/paint';
import { type Said, type Sayable, said } from '../../channels/said';
import type { Checked } from '../../checked';
import type { FindingReport } from '../../model';
import { count } from '../../words';
import { frame } from './frame';

/** The findings that are not suppressed, one block of lines per file. */
export function findingLines(checked: Checked, paint: Paint): Sayable[] {
	const { findings } = checked.report;
	let lastPath: string | undefined;
	let lastRule: string | undefined;
	return findings.flatMap((finding, index) => {
		if (finding.suppressed !== null) return [];
		const parted = lastPath !== undefined && lastPath !== finding.path;
		const repeated = lastPath === finding.path && lastRule === finding.rule;
		lastPath = finding.path;
		lastRule = finding.rule;
		return [...(parted ? [''] : []), ...lines(checked, finding, checked.engine.findings[index] as Reported, repeated, paint)];
	});
}

function lines({ read, shown }: Checked, finding: FindingReport, { path, span, fix }: Reported, repeated: boolean, paint: Paint): Sayable[] {
	const { start } = finding.range;
	const where = said`${paint.bold(shown(finding.path))}:${start.line}:${start.column}`;
	const source = repeated ? undefined : read(text, path);
	return [
		said`${where} ${severityIn(paint, finding.severity)} ${paint.dim(finding.rule)} ${finding.message}`,
		...(source === undefined ? [] : frame(source, read(linesOf, path), span).map(line => paint.dim(line))),
		...relatedLines(finding, shown).map(line => paint.dim(line)),
		...(fix === undefined || repeated ? [] : [said`  ${paint.cyan(fix.kind === 'safe' ? 'safe fix' : 'fix in the editor')}: ${fix.title}`]),
	];
}

/** How many of the other places of a finding are shown at most: a terminal is not the place for sixty. */
const mostRelated = 5;

function relatedLines({ related }: FindingReport, shown: Checked['shown']): string[] {
	const few = related.length <= mostRelated + 1 ? related : related.slice(0, mostRelated);
	const more = related.length - few.length;
	return [
		...few.map(({ path, range: { start }, message }) => `  ${shown(path)}:${start.line}:${start.column} ${message}`),
		...(more === 0 ? [] : [`  and ${count(more, 'more place')}`]),
	];
}

/** A severity in its color. */
export function severityIn(paint: Paint, severity: Severity): Said {
	if (severity === 'error') return paint.red(severity);
	return severity === 'warning' ? paint.yellow(severity) : paint.blue(severity);
}
