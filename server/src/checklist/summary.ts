import { type ChecklistItem, type StepId, stepIds } from './item';
import { counted, stateMarks, stateWords, stepTitles } from './words';

/** One of the six steps, with its items. */
export interface StepSummary {
	readonly step: StepId;
	readonly title: string;
	readonly items: readonly ChecklistItem[];
	/** How many of them are done or not needed. */
	readonly settled: number;
}

/** The six steps of the program in order, whether or not there are items of each. */
export const stepsOf = (items: readonly ChecklistItem[]): StepSummary[] =>
	stepIds.map(step => {
		const own = items.filter(item => item.step === step);
		return { step, title: stepTitles[step], items: own, settled: own.filter(isSettled).length };
	});

/** The six steps as plain text, one line an item, with the reason where it says more than the mark. */
export const summaryText = (items: readonly ChecklistItem[]): string =>
	stepsOf(items)
		.map(
			({ title, items: own, settled }, i) =>
				`${`${i + 1}. ${title}`.padEnd(22)}${settled} of ${own.length}\n${own.map(item => `   ${stateMarks[item.state]} ${item.title}${said(item)}`).join('\n')}`,
		)
		.join('\n');

/** The six steps as a Markdown list. Only what is done is ticked. */
export const summaryMarkdown = (items: readonly ChecklistItem[]): string =>
	stepsOf(items)
		.map(({ title, items: own, settled }, i) => {
			const lines = own.map(item => `   - [${item.state === 'done' ? 'x' : ' '}] ${item.title}${said(item)}`);
			return `${i + 1}. **${title}** (${settled} of ${own.length})\n${lines.join('\n')}`;
		})
		.join('\n');

const isSettled = ({ state }: ChecklistItem) => state === 'done' || state === 'notNeeded';

/** What is said of an item after its title: nothing where it is done, or is only waiting for a tick. */
function said({ state, findings, manual, reason }: ChecklistItem): string {
	if (state === 'done' || (state === 'open' && manual && findings === 0)) return '';
	if (state === 'notNeeded') return ` (${stateWords.notNeeded})`;
	if (state === 'open' && findings > 0) return ` (${counted(findings, 'finding')})`;
	return `: ${reason.slice(0, -1)}`;
}
