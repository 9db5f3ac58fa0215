import type { ChecklistItem } from '../../checklist/item';
import { summaryText } from '../../checklist/summary';
import { counted, countedSeverities, dateOf } from '../../checklist/words';
import { isOpen, summarize } from '../../engine/report';
import type { Read } from '../../facts/core/database';
import { clean } from '../clean';
import type { Material } from '../material';
import { type Remaining, remaining, somePlaces } from '../remaining';
import { section, wrap } from './paragraphs';

/** More findings than these are counted, not listed. */
const mostListed = 25;

/** The program's checklist as it stands, and how many findings there are. */
export function readinessSection({ report, date }: Material, items: readonly ChecklistItem[]): string {
	const { suppressed } = summarize(report);
	const open = report.findings.filter(isOpen);
	const off = suppressed === 0 ? '' : `, ${suppressed} suppressed with a reason`;
	const counts = `Readiness report, ${dateOf(date)}: ${open.every(f => f.severity === 'info') ? 'no errors or warnings' : countedSeverities(open)}${off}.`;
	const here = items.map(item => (item.id === 'request-review' && item.state === 'open' ? { ...item, title: `${item.title} (this message)` } : item));
	const lines = summaryText(here)
		.split('\n')
		.map(line => (line.length > 76 ? wrap(line, '   ', '       ') : line));
	return section('Program checklist', wrap(counts), '', ...lines);
}

/** The errors and warnings that remain, with places, and what could not be checked; empty if there are none. */
export function findingsSection(read: Read, { report }: Material): string[] {
	const all = remaining(read, report);
	const blind = clean([
		...report.unreadable.map(({ path, reason }) => `${path} could not be read: ${reason}`),
		...report.failures.map(({ rule }) => `Rule ${rule} failed`),
	]);
	const more = all.slice(mostListed);
	const rest = more.length === 0 ? [] : [`- ${counted(more.length, 'more finding')} of ${[...new Set(more.map(({ rule }) => rule))].join(', ')}`];
	return [
		...(all.length === 0 ? [] : [section('Open findings', ...all.slice(0, mostListed).map(line), ...rest.map(text => wrap(text, '', '  ')))]),
		...(blind.length === 0 ? [] : [section('Not checked', ...blind.map(text => wrap(text, '- ', '  ')))]),
	];
}

const line = ({ severity, rule, message, places }: Remaining) =>
	wrap(`${severity === 'error' ? 'Error' : 'Warning'}, ${somePlaces(places)}: ${message} (${rule})`, '- ', '  ');
