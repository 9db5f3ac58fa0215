import { stepIds } from '../../../checklist/item';
import { hasReason } from '../../../checklist/titles';
import { stateMarks, stepTitles } from '../../../checklist/words';
import type { Paint } from '../../channels/paint';
import { type Sayable, said } from '../../channels/said';
import type { ChecklistReport, PluginReport } from '../../model';
import { count } from '../../words';

/** The program's six steps, with the items of each. */
export function checklistLines({ checklist, since }: PluginReport, paint: Paint): Sayable[] {
	if (checklist.length === 0) return [];
	const widest = Math.max(...Object.values(stepTitles).map(title => title.length));
	const lines = stepIds.flatMap((step, number) =>
		checklist
			.filter(item => item.step === step)
			.flatMap((item, i) => {
				const [first, ...more] = itemLines(item, paint);
				const margin = ' '.repeat(widest + 2);
				return [
					said`  ${i === 0 ? `${number + 1} ${stepTitles[step].padEnd(widest)}` : margin}  ${first}`,
					...more.map(reason => said`  ${margin}      ${reason}`),
				];
			}),
	);
	return [paint.bold(`Packer Integration Program${since === null ? '' : ', judged from the whole plugin'}`), ...lines];
}

/** The item, and below it why it stands as it does, where no finding says so. */
function itemLines(item: ChecklistReport, paint: Paint): [Sayable, ...Sayable[]] {
	const { state, title, findings, reason } = item;
	const mark =
		state === 'done'
			? paint.green(stateMarks[state])
			: state === 'open' || state === 'attention'
				? paint.yellow(stateMarks[state])
				: paint.dim(stateMarks[state]);
	const counted = findings > 0 ? paint.dim(` (${count(findings, 'finding')})`) : '';
	const why = hasReason(item) ? [paint.dim(reason)] : [];
	return [said`${mark} ${title}${counted}`, ...why];
}
