import type { OptionType } from './options';

// Written by scripts/derived.mjs from the rules.
/** The types of the options of those rules that have any. */
export const ruleOptions: Readonly<Record<string, Readonly<Record<string, OptionType>>>> = {
	'ci/make-targets': { targets: 'strings' },
	'license/not-mpl': { accepted: 'strings' },
};
