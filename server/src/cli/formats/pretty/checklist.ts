import { stepIds } from '../../../checklist/item';
import { stateMarks, stepTitles } from '../../../checklist/words';
import type { ChecklistReport, PluginReport } from '../../model';
import { printable } from '../../printable';
import { count } from '../../words';
import type { Paint } from './paint';

/** The program's six steps, with the items of each. */
export function checklistLines({ checklist }: PluginReport, paint: Paint): string[] {
	if (checklist.length === 0) return [];
	const widest = Math.max(...Object.values(stepTitles).map(title => title.length));
	const lines = stepIds.flatMap((step, number) =>
		checklist
			.filter(item => item.step === step)
			.flatMap((item, i) => {
				const [first, ...more] = itemLines(item, paint);
				const margin = ' '.repeat(widest + 2);
				return [`  ${i === 0 ? `${number + 1} ${stepTitles[step].padEnd(widest)}` : margin}  ${first}`, ...more.map(reason => `  ${margin}      ${reason}`)];
			}),
	);
	return [paint.bold('Packer Integration Program'), ...lines];
}

/** The item, and below it why its state is unknown, or what has changed. */
function itemLines({ state, title, findings, reason }: ChecklistReport, paint: Paint): string[] {
	const mark =
		state === 'done'
			? paint.green(stateMarks[state])
			: state === 'open' || state === 'attention'
				? paint.yellow(stateMarks[state])
				: paint.dim(stateMarks[state]);
	const counted = findings > 0 ? paint.dim(` (${count(findings, 'finding')})`) : '';
	const why = counted === '' && (state === 'unknown' || state === 'attention') ? [paint.dim(printable(reason))] : [];
	return [`${mark} ${title}${counted}`, ...why];
}
