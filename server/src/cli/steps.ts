import type { ItemState, StepId } from '../checklist/item';

/** The steps of the program as people read them. */
export const stepTitles: Readonly<Record<StepId, string>> = {
	engage: 'Engage',
	enable: 'Enable',
	develop: 'Develop and test',
	review: 'Review',
	release: 'Release',
	support: 'Support',
};

/** The state of an item where there are only letters to show it. */
export const stateMarks: Readonly<Record<ItemState, string>> = { done: '[x]', open: '[ ]', attention: '[!]', notNeeded: '[-]', unknown: '[?]' };
