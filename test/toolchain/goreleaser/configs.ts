import fc from 'fast-check';
import { optionsOf } from '../../../server/src/facts/release/goreleaser/options';

/** Every name of an option, of both versions, each once. */
const names = [...new Set(([1, 2] as const).flatMap(major => [...optionsOf(major).values()].flatMap(options => [...options.keys()])))].filter(
	name => name !== '*' && name !== 'iru', // newer than the loader
);

const scalars = fc.constantFrom(
	...['true', 'false', '"true"', 'abc', '12', '1.5', '2.0', 'null', '~', '', 'yes', 'no', 'on', '"yes"', 'TRUE', 'OFF', 'y', '0644', '0x10', '1_000'],
	...['2026-01-02', "'{{ .Version }}'", '[]', '{}', '[a, b]', '{a: b}', '[{a: 1}]', '1m', '.inf'],
);

/** The type of an option at random: what its value is made for, whether it fits or not. */
const value = (type: string | undefined, major: 1 | 2, depth: number): fc.Arbitrary<string> => {
	const options = optionsOf(major).get((type ?? '').replace(/^(?:\[\]|!)+/, ''));
	if (options === undefined || depth > 3)
		return type?.startsWith('[]')
			? fc.oneof(
					scalars,
					scalars.map(item => `[${item || '~'}]`),
				)
			: scalars;
	const inner = struct((type ?? '').replace(/^(?:\[\]|!)+/, ''), major, depth + 1);
	const fitting = type?.startsWith('[]') ? fc.array(inner, { maxLength: 2 }).map(all => `[${all.join(', ')}]`) : inner;
	return fc.oneof({ arbitrary: fitting, weight: 6 }, { arbitrary: scalars, weight: 1 });
};

/** A struct at random in YAML's flow style: mostly options that it has. */
function struct(name: string, major: 1 | 2, depth: number): fc.Arbitrary<string> {
	const own = optionsOf(major).get(name) ?? new Map<string, string>();
	const key = fc.oneof(
		{ arbitrary: fc.constantFrom(...[...own.keys()].filter(key => names.includes(key))), weight: 12 },
		{ arbitrary: fc.constantFrom(...names), weight: 1 },
	);
	return fc
		.uniqueArray(key, { maxLength: depth === 0 ? 6 : 4 })
		.chain(keys => fc.tuple(...keys.map(key => value(own.get(key) ?? 'string', major, depth).map(text => `${key}: ${text || '~'}`))))
		.map(entries => `{${entries.join(', ')}}`);
}

/** A config at random, made for a version: valid, or with options and values that do not belong there. */
export const config = (major: 1 | 2): fc.Arbitrary<string> =>
	fc
		.tuple(fc.constantFrom('', 'version: 2', 'version: 2', 'version: 1', 'version: "2"', 'version: two'), struct('Project', major, 0))
		.map(([version, text]) => {
			const rest = text.slice(1, -1).replace(/\bversion: [^,}\]]*(?:, )?/, '');
			return `{${[version, rest].filter(part => part !== '').join(', ')}}\n`;
		});
