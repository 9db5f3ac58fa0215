import type { Read } from '../facts/core/database';
import type { BaselineEntry } from '../facts/readiness/baseline';
import { allSuppressions } from '../facts/readiness/idleSuppressions';
import { settingsFile } from '../facts/readiness/settings';
import { isInBroken } from './broken';
import type { Rule } from './rule';
import type { Settings } from './settings';
import type { Suppressing } from './suppressing';
import type { Vain } from './unneeded';

/** What suppresses nothing after all rules have run. What a rule did not look at, because it failed or the code is broken, may be needed. */
export function vain(
	read: Read,
	rules: Readonly<Record<string, Rule>>,
	settings: Settings,
	suppressing: Suppressing,
	{ failed, gone }: { readonly failed: ReadonlyMap<string, unknown>; readonly gone: readonly BaselineEntry[] },
): Vain {
	const hasRun = (id: string) => rules[id] !== undefined && rules[id].leavesOut === undefined && rules[id].after === undefined && !failed.has(id);
	const own = settings.elsewhere ? undefined : read(settingsFile);
	return {
		comments: read(allSuppressions).filter(one => one.reason !== undefined && hasRun(one.rule) && !isInBroken(read, one.path) && !suppressing.needed(one)),
		exemptions: (own?.exemptions ?? []).filter(one => hasRun(one.rule) && !suppressing.needed(one)),
		rules: Object.keys(own?.rules ?? {}).filter(id => settings.rules[id]?.severity === 'off' && hasRun(id) && !suppressing.needed(id)),
		gone: gone.filter(({ rule, path }) => !failed.has(rule) && !isInBroken(read, path)),
	};
}
