import type { OptionType } from './options';

// Written by test/generatedSchema.test.ts from the rules.
/** The types of the options of those rules that have any. */
export const ruleOptions: Readonly<Record<string, Readonly<Record<string, OptionType>>>> = {
	'ci/make-targets': { targets: 'strings' },
	'license/not-mpl': { accepted: 'strings' },
};
