import { stepIds } from '../../../checklist/item';
import type { ChecklistReport, PluginReport } from '../../model';
import { printable } from '../../printable';
import { stateMarks, stepTitles } from '../../steps';
import { count } from '../../words';
import type { Paint } from './paint';

/** The program's six steps, with the items of each. */
export function checklistLines({ checklist }: PluginReport, paint: Paint): string[] {
	if (checklist.length === 0) return [];
	const widest = Math.max(...Object.values(stepTitles).map(title => title.length));
	const lines = stepIds.flatMap((step, number) =>
		checklist
			.filter(item => item.step === step)
			.map((item, i) => `  ${i === 0 ? `${number + 1} ${stepTitles[step].padEnd(widest)}` : ' '.repeat(widest + 2)}  ${line(item, paint)}`),
	);
	return [paint.bold('The six steps of the Packer Integration Program'), ...lines];
}

function line({ state, title, findings, reason }: ChecklistReport, paint: Paint): string {
	const mark =
		state === 'done'
			? paint.green(stateMarks[state])
			: state === 'open' || state === 'attention'
				? paint.yellow(stateMarks[state])
				: paint.dim(stateMarks[state]);
	return `${mark} ${title}${findings > 0 ? paint.dim(` (${count(findings, 'finding')})`) : state === 'unknown' || state === 'attention' ? paint.dim(` ${printable(reason)}`) : ''}`;
}
