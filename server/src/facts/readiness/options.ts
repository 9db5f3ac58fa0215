/** What an option of a rule can be: `strings` is a list of them. */
export interface OptionTypes {
	readonly string: string;
	readonly number: number;
	readonly boolean: boolean;
	readonly strings: readonly string[];
}

/** The name of such a type. */
export type OptionType = keyof OptionTypes;

/** Whether a value is of a type. */
export function isOfType<T extends OptionType>(type: T, value: unknown): value is OptionTypes[T] {
	return type === 'strings' ? Array.isArray(value) && value.every(item => typeof item === 'string') : typeof value === type;
}
