import { optionTable } from './optionTable';

/** The major versions of GoReleaser. */
export type Major = 1 | 2;

/** The options of the structs of a config: by struct, the type of each option. A struct that takes any option has `*`. */
export type Options = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The options that a major version of GoReleaser knows, the top of a config being `Project`. */
export function optionsOf(major: Major): Options {
	const other = major === 1 ? '+' : '-';
	const structs = optionTable
		.trim()
		.split('\n')
		.map(line => {
			const [name = '', ...words] = line.split(' ');
			const known = words.filter(word => !word.startsWith(other)).map(word => word.replace(/^[-+]/, ''));
			return [name, new Map(known.map(word => [word.slice(0, word.indexOf(':')), word.slice(word.indexOf(':') + 1)]))] as const;
		});
	return new Map(structs);
}
