import type { Summary } from '../engine/report';
import type { PluginReport } from './model';

/** `1 error`, `2 errors`. */
export const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** `1 error, 2 warnings and 3 suggestions`, without zeros. */
export function tally({ errors, warnings, infos }: Pick<Summary, 'errors' | 'warnings' | 'infos'>): string {
	const parts = [
		...(errors > 0 ? [count(errors, 'error')] : []),
		...(warnings > 0 ? [count(warnings, 'warning')] : []),
		...(infos > 0 ? [count(infos, 'suggestion')] : []),
	];
	return parts.length === 0 ? 'no findings' : list(parts, 'and');
}

/** ` since origin/main`, or nothing where all findings are reported. */
export const sinceWhat = ({ since }: Pick<PluginReport, 'since'>): string => (since === null ? '' : ` since ${since.revision}`);

/** What is said of findings that were there before; empty if there were none. */
export const olderWords = ({ since }: Pick<PluginReport, 'since'>): string =>
	since === null || since.older === 0 ? '' : ` ${count(since.older, 'older finding')} not shown.`;

/** `a, b and c`. */
export const list = (items: readonly string[], word: 'and' | 'or'): string =>
	items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
