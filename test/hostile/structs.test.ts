import { assertProportionalTo } from '../support/proportional';
import { checker } from './checker';
import type { Files } from './holds';
import { original } from './original';

/** So many structs. */
const number = 2000;

const each = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i)).join('');

/** The plugin with so many structs in a file of their own, T0 and on, behind which more may stand; a field of the configuration leads to the first one. */
function withStructs(start: Files, count: number, struct: (i: number) => string, field: string, more = ''): Files {
	const config = (start.get('builder/crate/config.go') ?? '').replace('type Config struct {', `type Config struct {\n\t${field}\n`);
	return new Map([...start, ['builder/crate/config.go', config], ['builder/crate/chain.go', `package crate\n\n${each(count, struct)}${more}`]]);
}

const squash = '`mapstructure:",squash"`';

/** Plugins with many structs that lead to each other. */
const plugins: Readonly<Record<string, (start: Files, count: number) => Files>> = {
	'squash each other': (start, count) => withStructs(start, count, i => `type T${i} struct { T${i + 1} ${squash} }\n`, `T0 ${squash}`),
	'are nested in each other': (start, count) =>
		withStructs(start, count, i => `type T${i} struct { A T${i + 1} \`mapstructure:"a"\` }\n`, 'T T0 `mapstructure:"t"`'),
	'embed all of the next layer': (start, count) => {
		const layer = count / 100;
		const embedded = (i: number) => each(layer, j => `T${(Math.floor(i / layer) + 1) * layer + j} ${squash}\n`);
		const users = `func use(b *Builder, a *T0) {
	a.Missing()
	a.FlatMapstructure()
	_ = a.missing
	b.config.Missing()
	_ = b.config.missing
}
`;
		return withStructs(start, 6 * layer, i => `type T${i} struct {\n${embedded(i)}}\n`, `T0 ${squash}`, users);
	},
};

describe('hostile: structs that lead to each other', () => {
	const check = checker();
	const start = original();

	for (const [what, of] of Object.entries(plugins))
		it(`a check takes time in proportion to structs that ${what}`, () => assertProportionalTo(number, count => check(of(start, count)), what)).timeout(120_000);
});
