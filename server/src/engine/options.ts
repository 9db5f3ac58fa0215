import { same } from '../facts/core/same';
import { isOfType, type OptionType, type OptionTypes } from '../facts/readiness/options';

/** An option of a rule: its type, its default, and a description, which is a phrase without a period. */
export type Option = { [T in OptionType]: { readonly type: T; readonly default: OptionTypes[T]; readonly description: string } }[OptionType];

/** Options by their names. */
export type Options = Readonly<Record<string, Option>>;

/** The values of options. */
export type ValuesOf<O extends Options> = { readonly [N in keyof O]: OptionTypes[O[N]['type']] };

/** The values as a key: what the settings say that is of the right type and not the default; empty if that is nothing. */
export function keyOfOptions(options: Options, said: Readonly<Record<string, unknown>>): string {
	const set = Object.entries(options)
		.filter(([name, { type, default: usual }]) => isOfType(type, said[name]) && !same(said[name], usual))
		.map(([name]) => [name, said[name]]);
	return set.length === 0 ? '' : JSON.stringify(Object.fromEntries(set));
}

/** The values that a key stands for, with defaults. */
export function valuesOfKey(options: Options, key: string): ValuesOf<Options> {
	const usual = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
	return key === '' ? usual : { ...usual, ...(JSON.parse(key) as ValuesOf<Options>) };
}
