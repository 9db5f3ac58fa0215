import assert from 'node:assert/strict';
import { Database } from '../../server/src/facts/core/database';
import { grammars as grammarsInput } from '../../server/src/facts/core/inputs';
import { packageSources } from '../../server/src/facts/core/otherModules';
import { directivesIn, naming } from '../../server/src/facts/generated/directives';
import { generation } from '../../server/src/generate/command';
import { Resolver } from '../../server/src/generate/go/resolver';
import type { Type } from '../../server/src/generate/go/types';
import { expectedHcl2Spec } from '../../server/src/generate/hcl2spec/file';
import { specOf } from '../../server/src/generate/hcl2spec/flatType';
import { staleness, wanted } from '../../server/src/generate/staleness';
import { grammars } from '../support/grammars';
import { plugin } from './plugin';

const gomod = (version: string) => `module github.com/acme/packer-plugin-acme\n\ngo 1.24\n\nrequire github.com/hashicorp/packer-plugin-sdk ${version}\n`;
const source = (body: string, types = 'Config') => `package vm\n\n//go:generate packer-sdc mapstructure-to-hcl2 -type ${types}\n\n${body}`;

async function made(body: string, { version = 'v0.6.10', types = 'Config', ...files }: Record<string, string> = {}) {
	const { get } = await plugin({ 'go.mod': gomod(version), 'vm/config.go': source(body, types), ...files });
	const spec = get(expectedHcl2Spec, 'vm/config.go');
	assert.ok(spec);
	return { status: spec.status, text: spec.text, remarks: spec.remarks.map(({ message }) => message).join('; ') };
}

describe('hcl2spec files of bad input', () => {
	const cases: Array<[what: string, body: string, status: string, says: RegExp]> = [
		[
			'two fields of one name',
			'type A struct {\n\tName string\n}\n\ntype Config struct {\n\tName string\n\tA `mapstructure:",squash"`\n}\n',
			'refused',
			/a second field "Name"/,
		],
		[
			'two attributes of one name',
			'type Config struct {\n\tA string `mapstructure:"x"`\n\tB string `mapstructure:"x"`\n}\n',
			'refused',
			/a second attribute "x"/,
		],
		[
			'a list of named strings',
			'type Mode string\n\ntype Config struct {\n\tModes []Mode `mapstructure:"modes"`\n}\n',
			'refused',
			/neither structs nor basic types/,
		],
		[
			'structs that squash each other',
			'type A struct {\n\tConfig `mapstructure:",squash"`\n}\n\ntype Config struct {\n\tA `mapstructure:",squash"`\n}\n',
			'unknown',
			/embed each other/,
		],
		[
			'structs that squash twice as many at each step',
			`${Array.from({ length: 40 }, (_, i) => `type S${i} struct {\n\tS${i + 1} \`mapstructure:",squash"\`\n\tT${i + 1} \`mapstructure:",squash"\`\n}\n\ntype T${i} struct {\n\tS${i + 1} \`mapstructure:",squash"\`\n}\n`).join('\n')}\ntype S40 struct {\n\tA string \`mapstructure:"a"\`\n}\n\ntype T40 struct {\n\tB string \`mapstructure:"b"\`\n}\n\ntype Config struct {\n\tS0 \`mapstructure:",squash"\`\n}\n`,
			'unknown',
			/more than 2000 fields/,
		],
		[
			'structs that squash each other too deep',
			`${Array.from({ length: 2000 }, (_, i) => `type S${i} struct {\n\tS${i + 1} \`mapstructure:",squash"\`\n}\n`).join('\n')}\ntype S2000 struct {\n\tA string \`mapstructure:"a"\`\n}\n\ntype Config struct {\n\tS0 \`mapstructure:",squash"\`\n}\n`,
			'unknown',
			/more than 100 deep/,
		],
		[
			'structs without fields that squash twice as many at each step',
			`${Array.from({ length: 14 }, (_, i) => `type S${i} struct {\n\tS${i + 1} \`mapstructure:",squash"\`\n\tT${i + 1} \`mapstructure:",squash"\`\n}\n\ntype T${i} struct {\n\tS${i + 1} \`mapstructure:",squash"\`\n\tT${i + 1} \`mapstructure:",squash"\`\n}\n`).join('\n')}\ntype S14 struct {\n}\n\ntype T14 struct {\n}\n\ntype Config struct {\n\tS0 \`mapstructure:",squash"\`\n}\n`,
			'unknown',
			/squashes more than 10000 structs/,
		],
		[
			'aliases that have the next one twice',
			`${Array.from({ length: 12 }, (_, i) => `type A${i} = map[A${i + 1}]A${i + 1}\n`).join('\n')}\ntype A12 = string\n\ntype Config struct {\n\tA A0 \`mapstructure:"a"\`\n}\n`,
			'unknown',
			/more than 1000 parts/,
		],
		[
			'a type that points to itself',
			'type T *T\n\ntype Config struct {\n\tA T `mapstructure:"a"`\n\tB []**T `mapstructure:"b"`\n}\n',
			'refused',
			/points to itself/,
		],
		['types that are each other', 'type A B\n\ntype B A\n\ntype Config struct {\n\tA A `mapstructure:"a"`\n}\n', 'unknown', /in terms of itself/],
		['a type that is not there', 'type Config struct {\n\tA Gone `mapstructure:"a"`\n}\n', 'unknown', /A has type Gone/],
		[
			'a type of another module',
			'import "example.com/cloud"\n\ntype Config struct {\n\tA cloud.Region `mapstructure:"a"`\n}\n',
			'unknown',
			/example\.com\/cloud\.Region/,
		],
		['a struct type literal', 'type Config struct {\n\tA struct{ B string } `mapstructure:"a"`\n}\n', 'unknown', /struct type literals/],
		['a struct that does not parse', 'type Config struct {\n\tA string `mapstructure:"a"`\n\tB [}\n}\n', 'unknown', /syntax error/],
		[
			'a map of a type that is not imported',
			'import "net/url"\n\ntype Config struct {\n\tA map[string]url.URL `mapstructure:"a"`\n}\n',
			'refused',
			/does not import it/,
		],
	];
	for (const [what, body, status, says] of cases)
		it(what, async () => {
			const spec = await made(body);
			assert.equal(spec.status, status, spec.remarks);
			assert.equal(spec.text, undefined);
			assert.match(spec.remarks, says);
		});

	it('looks at each part of a type once', async () => {
		const { get } = await plugin({ 'go.mod': gomod('v0.6.10') });
		let looks = 0;
		class Counting extends Resolver {
			override underlying(type: Type, depth?: number): Type {
				looks++;
				return super.underlying(type, depth);
			}
		}
		const foo: Type = { kind: 'named', path: 'example.com/foo', package: 'foo', name: 'Foo' };
		const nested = Array.from({ length: 12 }).reduce<Type>(element => ({ kind: 'slice', element }), foo);
		const spec = specOf(new Counting(get, true, () => undefined), true, 'x', nested, () => 'foo.Foo');
		assert.match(spec?.text ?? '', /^&hcldec\.BlockListSpec/);
		assert.equal(looks, 1);
	});

	const oneField = (field: string) => `type Config struct {\n\t${field}\n}\n`;
	for (const [what, body, options, status, says] of [
		['an escape in a tag that is not supported', oneField('A string `mapstructure:"a" json:"\\t"`'), {}, 'unknown', /has an escape/],
		['a type that is named twice', oneField('A string'), { types: 'Config,Config' }, 'unknown', /twice/],
		['a variable in a directive', oneField('A string'), { types: '$GOPACKAGE' }, 'unknown', /\$GOPACKAGE is not supported/],
		['a type within a function', 'func f() {\n\ttype Local struct{}\n}\n', { types: 'Local' }, 'unknown', /within a function/],
		[
			'a tag with the path of the package',
			oneField('A string `mapstructure:"a" doc:"github.com/acme/packer-plugin-acme/vm.Config"`'),
			{},
			'refused',
			/names a package/,
		],
		['an array of octal length', oneField('A [010]int'), {}, 'unknown', /plain number/],
	] as const)
		it(what, async () => {
			const spec = await made(body, options);
			assert.deepEqual([spec.status, spec.text], [status, undefined], spec.remarks);
			assert.match(spec.remarks, says);
		});

	for (const name of ['b_windows.go', 'b_zos.go', 'b_linux_sparc.go', 'b_windows.types.go'])
		it(`a type in ${name}, which is built on some platforms only`, async () => {
			const spec = await made(oneField('A Other'), { [`vm/${name}`]: 'package vm\n\ntype Other struct{}\n' });
			assert.match(spec.remarks, /some platforms/);
		});
	for (const name of ['_b.go', '.b.go'])
		it(`a type in ${name}, which the go command ignores`, async () =>
			assert.match((await made(oneField('A Other'), { [`vm/${name}`]: 'package vm\n\ntype Other struct{}\n' })).remarks, /A has type Other/));

	it('finds types behind comments, and imports what is named in code only', async () => {
		const spec = await made('type /* the */ Config struct {\n\tX Part `mapstructure:"x" doc:"see cty.String"`\n}\n\ntype\n// x\nPart struct{}\n');
		assert.match(spec.text ?? '', /type FlatConfig struct \{\n\tX \*FlatPart /);
		assert.doesNotMatch(spec.text ?? '', /zclconf\/go-cty/);
	});

	it('names in -type that do not name structs are left out, as packer-sdc does', async () =>
		assert.equal((await made('type Config struct{}\n', { types: 'Config,Gone' })).status, 'known'));

	it('invalid names in -type do no harm', async () => assert.equal((await made('type Config struct{}\n', { types: '"Config,A|(,*"' })).status, 'known'));

	it('an SDK that is newer than our table is unknown, not guessed', async () => {
		const body = 'import "github.com/hashicorp/packer-plugin-sdk/common"\n\ntype Config struct {\n\tcommon.PackerConfig `mapstructure:",squash"`\n}\n';
		assert.match((await made(body, { version: 'v9.0.0' })).remarks, /not in our table/);
		assert.equal((await made(body, { version: 'v0.5.5-0.20240801000000-abcdefabcdef' })).status, 'known');
	});

	it('before SDK v0.4.0 the second of two fields is left out', async () => {
		const spec = await made('type Config struct {\n\tA string `mapstructure:"x"`\n\tB int `mapstructure:"x"`\n}\n', { version: 'v0.3.2' });
		assert.match(spec.text ?? '', /\tA \*string `mapstructure:"x" cty:"x" hcl:"x"`\n\}/);
	});

	it('a type of another module is known where a generated file names it', async () => {
		const body = 'import "example.com/cloud"\n\ntype Config struct {\n\tA cloud.Region `mapstructure:"a"`\n\tB string `mapstructure:"b"`\n}\n';
		const before = `package vm\n\nimport "example.com/cloud"\n\ntype FlatConfig struct {\n\tA *cloud.Region \`mapstructure:"a" cty:"a" hcl:"a"\`\n}\n\nfunc (*FlatConfig) HCL2Spec() map[string]hcldec.Spec {\n\ts := map[string]hcldec.Spec{\n\t\t"a": &hcldec.AttrSpec{Name: "a", Type: cty.String, Required: false},\n\t}\n\treturn s\n}\n`;
		const spec = await made(body, { 'vm/config.hcl2spec.go': before });
		assert.match(spec.text ?? '', /"example\.com\/cloud"[\s\S]*A \*cloud\.Region[\s\S]*"a": &hcldec\.AttrSpec\{Name: "a", Type: cty\.String/);
	});

	describe('of a type of another module, going by generated files', () => {
		const cloud = (fields: string) => `import "example.com/cloud"\n\ntype Config struct {\n${fields}}\n`;
		const flat = (name: string, field: string, cty: string) =>
			`type Flat${name} struct {\n\tA *${field} \`mapstructure:"a" cty:"a" hcl:"a"\`\n}\n\nfunc (*Flat${name}) HCL2Spec() map[string]hcldec.Spec {\n\ts := map[string]hcldec.Spec{\n\t\t"a": &hcldec.AttrSpec{Name: "a", Type: ${cty}, Required: false},\n\t}\n\treturn s\n}\n`;
		const generated = (...structs: string[]) => `package vm\n\nimport "example.com/cloud"\n\n${structs.join('\n')}`;
		const config = cloud('\tA cloud.Region `mapstructure:"a"`\n');

		it('an attribute of another struct by the same name says nothing of it', async () => {
			const spec = generated(flat('Config', 'cloud.Region', 'cty.String'), flat('Other', 'int', 'cty.Number'));
			assert.match((await made(config, { 'vm/config.hcl2spec.go': spec })).text ?? '', /"a": &hcldec\.AttrSpec\{Name: "a", Type: cty\.String/);
		});

		it('files that contradict each other leave it unknown', async () => {
			const [one, other] = [generated(flat('Config', 'cloud.Region', 'cty.String')), generated(flat('Other', 'cloud.Region', 'cty.Number'))];
			const spec = await made(config, { 'vm/config.hcl2spec.go': one, 'vm/other.hcl2spec.go': other });
			assert.equal(spec.status, 'unknown');
			assert.match(spec.remarks, /example\.com\/cloud/);
		});

		it('its source has the last word, and is wanted', async () => {
			const require = 'require example.com/cloud v1.0.0\n';
			const spec = { 'vm/config.hcl2spec.go': generated(flat('Config', 'cloud.Region', 'cty.Number')) };
			const db = await plugin({ 'go.mod': gomod('v0.6.10') + require, 'vm/config.go': source(config), ...spec });
			assert.deepEqual(
				db.get(wanted).map(({ key }) => key),
				['example.com/cloud'],
			);
			assert.match(db.get(expectedHcl2Spec, 'vm/config.go')?.text ?? '', /cty\.Number/);
			assert.match(
				generation(db.get)
					.unconfirmed.map(({ sentence }) => sentence)
					.join(),
				/^Types of example\.com\/cloud are taken from this file/,
			);
			db.set(packageSources, ['package cloud\n\ntype Other int\n', 'package cloud\n\ntype Region string\n'], 'example.com/cloud');
			assert.match(db.get(expectedHcl2Spec, 'vm/config.go')?.text ?? '', /cty\.String/);
			assert.deepEqual(db.get(wanted), []);
			assert.deepEqual(generation(db.get).unconfirmed, []);
		});
	});
});

describe('directives', () => {
	const of = async (text: string) => (await plugin({ 'a.go': text })).get(directivesIn, 'a.go').map(({ types }) => types.join());
	const line = (types: string) => `//go:generate packer-sdc mapstructure-to-hcl2 -type ${types}`;

	it('are lines that start with the mark, whatever they stand in, as the go command has it', async () => {
		const text = `${line('A')}\r\npackage a\n\t${line('B')}\n// ${line('C')}\nvar s = \`\n${line('D')}\n\`\nfunc f() {\n${line('E')}`;
		assert.deepEqual(await of(text), ['A', 'D', 'E']);
	});

	it('take more names in every spelling of -type', async () => {
		const extended = async (text: string) => {
			const [directive] = (await plugin({ 'a.go': `${text}\npackage a\n` })).get(directivesIn, 'a.go');
			return directive && naming(directive, ['B'])?.text.replace(/^.*mapstructure-to-hcl2 /, '');
		};
		assert.equal(await extended(line('A')), '-type A,B');
		assert.equal(await extended(line('"A"')), '-type "A,B"');
		assert.equal(await extended(line('A').replace('-type ', '--type=')), '--type=A,B');
		assert.equal(await extended(line('A').replace('-type A', '"-type=A"')), '"-type=A,B"');
		assert.equal(await extended(line('A,')), '-type A,B');
	});

	it('run packer-sdc, and do not give its name to another program', async () => {
		assert.deepEqual(await of(line('A').replace('packer-sdc', 'echo packer-sdc')), []);
		assert.deepEqual(await of(line('A').replace('packer-sdc', 'env X=1 packer-sdc')), ['A']);
		assert.deepEqual(await of(line('A').replace('packer-sdc', 'go run -modfile=go.mod github.com/hashicorp/packer-plugin-sdk/cmd/packer-sdc')), ['A']);
	});

	it('have a blank behind the mark', async () => assert.deepEqual(await of(`${line('A').replace('generate ', 'generate\t')}\n//go:generated x\n`), ['A']));
});

describe('what is wanted from the module cache', () => {
	it('names packages and where they lie, and uses their sources', async () => {
		const body = 'import "github.com/Acme/cloud-sdk/cloud"\n\ntype Config struct {\n\tA cloud.Region `mapstructure:"a"`\n}\n';
		const db = await plugin({ 'go.mod': `${gomod('v0.6.10')}require github.com/Acme/cloud-sdk v1.2.3\n`, 'vm/config.go': source(body) });
		assert.deepEqual(db.get(wanted), [{ input: 'packageSources', key: 'github.com/Acme/cloud-sdk/cloud', paths: ['github.com/!acme/cloud-sdk@v1.2.3/cloud'] }]);
		db.set(packageSources, ['package cloud\n\ntype Region string\n'], 'github.com/Acme/cloud-sdk/cloud');
		assert.deepEqual(db.get(wanted), []);
		assert.match(db.get(expectedHcl2Spec, 'vm/config.go')?.text ?? '', /A \*cloud\.Region `mapstructure:"a" cty:"a" hcl:"a"`/);
	});
});

describe('hcl2spec files while typing', () => {
	it('an edit to one struct works out only what is made of it', async () => {
		const computed: string[] = [];
		const db = new Database((name, key) => computed.push(`${name} ${key}`));
		db.set(grammarsInput, await grammars());
		db.setFile('go.mod', { text: gomod('v0.6.10') });
		for (const dir of ['a', 'b', 'c'])
			db.setFile(`${dir}/config.go`, {
				text: source('type Config struct {\n\tName string `mapstructure:"name"`\n}\n').replace('package vm', `package ${dir}`),
			});
		db.get(staleness);
		computed.length = 0;
		db.setFile('b/config.go', {
			text: source('// Commented.\ntype Config struct {\n\tName string `mapstructure:"name"`\n}\n').replace('package vm', 'package b'),
		});
		db.get(staleness);
		assert.deepEqual(
			computed.filter(name => name.startsWith('expectedHcl2Spec')),
			[],
		);
		db.setFile('b/config.go', { text: source('type Config struct {\n\tName int `mapstructure:"name"`\n}\n').replace('package vm', 'package b') });
		db.get(staleness);
		assert.deepEqual(
			computed.filter(name => name.startsWith('expectedHcl2Spec')),
			['expectedHcl2Spec b/config.go'],
		);
	});
});
