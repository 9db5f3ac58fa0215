import type { Fact } from '../core/database';
import { filesUnder } from '../core/files';
import { ruleIds } from './ruleIds';
import { type Suppression, suppressions } from './suppressions';

/** A suppression that does nothing: it names no rule that exists, or gives no reason. */
export interface IdleSuppression extends Suppression {
	readonly path: string;
	readonly lacks: 'rule' | 'known' | 'reason';
}

/** Folders whose files nobody here writes. */
const foreign = /(?:^|\/)(?:\.git|vendor|node_modules|testdata|dist)\//;

/** The suppressions of the plugin's files, in the order of files and lines. */
export const allSuppressions: Fact<ReadonlyArray<Suppression & { readonly path: string }>> = read =>
	read(filesUnder, '')
		.filter(path => !foreign.test(path))
		.flatMap(path => read(suppressions, path).map(one => ({ ...one, path })));

/** The suppressions of the plugin's files that do nothing, in the order of files and lines. */
export const idleSuppressions: Fact<readonly IdleSuppression[]> = read =>
	read(allSuppressions).flatMap((one): IdleSuppression[] => {
		const lacks = one.rule === '' ? 'rule' : !ruleIds.includes(one.rule) ? 'known' : one.reason === undefined ? 'reason' : undefined;
		return lacks === undefined ? [] : [{ ...one, lacks }];
	});
