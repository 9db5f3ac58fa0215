import type { Reported } from '../engine/report';
import type { ItemState, StepId } from './item';

/** The steps of the program as people read them. */
export const stepTitles: Readonly<Record<StepId, string>> = {
	engage: 'Engage',
	enable: 'Enable',
	develop: 'Develop and test',
	review: 'Review',
	release: 'Release',
	support: 'Support',
};

/** The state of an item as a sentence says it. */
export const stateWords: Readonly<Record<ItemState, string>> = {
	done: 'done',
	open: 'open',
	attention: 'needs attention',
	notNeeded: 'not needed',
	unknown: 'unknown',
};

/** The state of an item where there are only letters to show it. */
export const stateMarks: Readonly<Record<ItemState, string>> = { done: '[x]', open: '[ ]', attention: '[!]', notNeeded: '[-]', unknown: '[?]' };

/** `1 error`, `2 errors`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `2 errors and 1 warning`; advice is not counted. */
export function countedSeverities(findings: readonly Pick<Reported, 'severity'>[]): string {
	const part = (severity: 'error' | 'warning') => {
		const count = findings.filter(f => f.severity === severity).length;
		return count === 0 ? [] : [counted(count, severity)];
	};
	return [...part('error'), ...part('warning')].join(' and ');
}

/** The day of an ISO 8601 time. */
export const dateOf = (time: string): string => time.slice(0, 10);
