import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { droppedFields } from '../../server/src/generate/input/dropped';
import { faults } from '../../server/src/generate/input/inputs';
import { plugin } from '../generate/plugin';
import { some } from '../support/some';
import { decoder } from './decoder';
import { generate, go, packerSdc } from './sdc';

/** A field, what we say of it, and what happens with HCL: its text, and what decoding says of that. */
interface Case {
	readonly field: string;
	readonly verdict: string;
	readonly decoding: Readonly<Record<string, RegExp>>;
}

const ok = /^ok$/;
const unknown = /unknown configuration key/;
const noNull = /null value is not allowed/;

const decoded: readonly Case[] = [
	{ field: 'InstanceID string', verdict: 'unmatched', decoding: { '': unknown, 'instance_id = "x"': unknown } },
	{ field: 'IDs []string', verdict: 'unmatched', decoding: { '': unknown } },
	{ field: 'Zone string', verdict: '', decoding: { '': ok, 'zone = "x"': ok } },
	{ field: 'InstanceID string `mapstructure-to-hcl2:",skip"`', verdict: '', decoding: { '': ok } },
	{ field: 'F os.FileMode `mapstructure:"f"`', verdict: 'required', decoding: { '': noNull, 'f = 1': ok } },
	{ field: 'F fs.FileMode `mapstructure:"f"`', verdict: '', decoding: { '': ok, 'f = 1': ok } },
	{ field: 'F Text `mapstructure:"f"`', verdict: 'required', decoding: { '': noNull, 'f = "x"': ok } },
	{ field: 'F Texts `mapstructure:"f"`', verdict: '', decoding: { '': ok, 'f = ["x"]': ok } },
	{ field: 'F interface{} `mapstructure:"f"`', verdict: 'none', decoding: { '': noNull, 'f = true': /incorrect type/ } },
	{ field: 'F any `mapstructure:"f"`', verdict: 'none', decoding: { '': noNull } },
	{ field: 'F [2]string `mapstructure:"f"`', verdict: 'none', decoding: { '': noNull, 'f = true': /list or set value is required/ } },
	{ field: 'F []interface{} `mapstructure:"f"`', verdict: 'none', decoding: { '': noNull } },
	{ field: 'F Hook `mapstructure:"f"`', verdict: 'none', decoding: { '': noNull } },
	{ field: 'F map[string]int `mapstructure:"f"`', verdict: 'map', decoding: { '': ok, 'f = { a = 1 }': /number value is required/ } },
	{ field: 'F map[string]interface{} `mapstructure:"f"`', verdict: 'map', decoding: { '': ok, 'f = { a = "x" }': /incorrect type/ } },
	{ field: 'F map[Mode]string `mapstructure:"f"`', verdict: 'map', decoding: { '': ok, 'f = { a = "x" }': /^panic/ } },
	{ field: 'F []map[string]bool `mapstructure:"f"`', verdict: 'map', decoding: { '': ok, 'f = [{ a = true }]': /bool value is required/ } },
	{ field: 'F map[string]Mode `mapstructure:"f"`', verdict: '', decoding: { 'f = { a = "x" }': ok } },
	{ field: 'F map[string]*string `mapstructure:"f"`', verdict: '', decoding: { 'f = { a = "x" }': ok } },
	{ field: 'F map[string]**string `mapstructure:"f"`', verdict: '', decoding: { 'f = { a = "x" }': ok } },
	{ field: 'F map[string]TextPointer `mapstructure:"f"`', verdict: '', decoding: { 'f = { a = "x" }': ok } },
	{ field: 'F map[string]**int `mapstructure:"f"`', verdict: 'map', decoding: { 'f = { a = "1" }': /number value is required/ } },
	{ field: 'F map[string][]byte `mapstructure:"f"`', verdict: 'map', decoding: { 'f = { a = "1" }': /list or set value is required/ } },
	{ field: 'F map[string]*Part `mapstructure:"f"`', verdict: 'map', decoding: { 'f = { a = "1" }': /object or tuple value is required/ } },
	{ field: 'F map[string]time.Duration `mapstructure:"f"`', verdict: 'map', decoding: { 'f = { a = "1s" }': /number value is required/ } },
	{ field: 'F map[string]Text `mapstructure:"f"`', verdict: '', decoding: { 'f = { a = "1" }': ok } },
	{ field: 'F map[Text]string `mapstructure:"f"`', verdict: '', decoding: { 'f = { a = "1" }': ok } },
	{ field: 'F map[int]string `mapstructure:"f"`', verdict: 'map', decoding: { 'f = { a = "1" }': /^panic/ } },
	{ field: 'F map[interface{}]string `mapstructure:"f"`', verdict: '', decoding: { 'f = { a = "1" }': ok } },
	{ field: 'F map[*string]string `mapstructure:"f"`', verdict: 'map', decoding: { 'f = { a = "1" }': /^panic/ } },
	{ field: 'F *map[string]int `mapstructure:"f"`', verdict: 'map', decoding: { 'f = { a = "1" }': /number value is required/ } },
	{ field: 'F TextPointer `mapstructure:"f"`', verdict: '', decoding: { '': ok, 'f = "1"': ok } },
	{ field: 'F []Same `mapstructure:"f"`', verdict: 'none', decoding: { '': noNull } },
	{ field: 'F string `mapstructure:"-"`', verdict: 'dash', decoding: { '': ok } },
	{ field: 'F string `mapstructure: "f"`', verdict: 'tag', decoding: { 'f = "x"': /Unsupported argument/ } },
	{ field: 'Part', verdict: 'embedded', decoding: { '': ok, 'part { a = "x" }': ok, 'a = "x"': /Unsupported argument/ } },
	{ field: 'OtherPart', verdict: 'embedded', decoding: { '': unknown, 'other_part { a = "x" }': unknown } },
	{ field: 'OtherPart `mapstructure:"other_part"`', verdict: '', decoding: { '': ok, 'other_part { a = "x" }': ok } },
	{ field: 'OtherPart `mapstructure:",squash"`', verdict: '', decoding: { '': ok, 'a = "x"': ok } },
	{ field: '*Part `mapstructure:",squash"`', verdict: 'squash', decoding: { 'a = "x"': /Unsupported argument/ } },
];

/** Fields of which the generated code does not compile, and what Go says. */
const broken: ReadonlyArray<readonly [field: string, verdict: string, said: RegExp]> = [
	['F []*Part `mapstructure:"f"`', 'list', /\(\*Part\)\(nil\)\.HCL2Spec undefined/],
	['F []Mode `mapstructure:"f"`', 'list', /syntax error/],
	['F Same `mapstructure:"f"`', 'list', /\(\*Part\)\(nil\)\.HCL2Spec undefined/],
	['F PartPointer `mapstructure:"f"`', 'list', /\(\*Part\)\(nil\)\.HCL2Spec undefined/],
	['F *PartPointer `mapstructure:"f"`', 'list', /\(\*Part\)\(nil\)\.HCL2Spec undefined/],
	['F []PartPointer `mapstructure:"f"`', 'list', /syntax error/],
	['F []*PartPointer `mapstructure:"f"`', 'list', /syntax error/],
	['F []TextPointer `mapstructure:"f"`', 'list', /syntax error/],
	['F []**Part `mapstructure:"f"`', 'list', /\(\*Part\)\(nil\)\.HCL2Spec undefined/],
	['F SamePointer `mapstructure:"f"`', 'list', /\(\*Part\)\(nil\)\.HCL2Spec undefined/],
	['F SameList `mapstructure:"f"`', 'list', /\(\*Part\)\(nil\)\.HCL2Spec undefined/],
	['F PartList `mapstructure:"f"`', 'list', /\(\*Part\)\(nil\)\.HCL2Spec undefined/],
	['F [][]Part `mapstructure:"f"`', 'list', /\(\*Part\)\(nil\)\.HCL2Spec undefined/],
	['F map[string]fs.FileMode `mapstructure:"f"`', '', /syntax error/],
	['Ctx interpolate.Context', 'flatless', /undefined: interpolate\.FlatContext/],
	['F time.Time `mapstructure:"f"`', 'flatless', /undefined: time\.FlatTime/],
];

const imports = { fs: 'io/fs', os: 'os', time: 'time', interpolate: 'github.com/hashicorp/packer-plugin-sdk/template/interpolate' };
const declared =
	'\ntype Part struct {\n\tA string `mapstructure:"a"`\n}\n\ntype OtherPart struct {\n\tA string `mapstructure:"a"`\n}\n\ntype Mode string\ntype Text = string\ntype Texts = []string\ntype Same = Part\ntype Hook func() error\ntype TextPointer *string\ntype PartPointer *Part\ntype SamePointer = *Part\ntype SameList = []Part\ntype PartList []*Part\n';
const source = (name: string, field: string) => {
	const used = Object.entries(imports).filter(([qualifier]) => field.includes(`${qualifier}.`));
	const imported = used.map(([, path]) => `import "${path}"\n`).join('');
	return `package ${name}\n\n${imported}\n//go:generate packer-sdc mapstructure-to-hcl2 -type Config,Part,OtherPart\n\ntype Config struct {\n\t${field}\n}\n${declared}`;
};
const gomod = `module github.com/acme/packer-plugin-acme

go 1.23

require github.com/hashicorp/packer-plugin-sdk v0.6.10

replace github.com/zclconf/go-cty => github.com/nywilken/go-cty v1.13.3
`;

describe('what the real packer-sdc and the real SDK make of fields that we report', function () {
	this.timeout(5 * 60_000);
	const sources = new Map([
		['go.mod', gomod],
		...decoded.map(({ field }, i) => [`c${i}/c.go`, source(`c${i}`, field)] as const),
		...broken.map(([field], i) => [`b${i}/c.go`, source(`b${i}`, field)] as const),
	]);
	let root = '';
	let reason: string | undefined;
	before(() => {
		const sdc = packerSdc('v0.6.10');
		if ('reason' in sdc) {
			reason = sdc.reason;
			console.log(`      skipped: ${reason}`);
			return;
		}
		root = join(mkdtempSync(join(tmpdir(), 'faults-')), 'packer-plugin-acme');
		for (const [path, text] of [...sources, ['cmd/decode/main.go', decoder(decoded.map(({ decoding }) => Object.keys(decoding)))] as const]) {
			mkdirSync(dirname(join(root, path)), { recursive: true });
			writeFileSync(join(root, path), text);
		}
		generate(root, sdc);
	});
	after(() => root !== '' && rmSync(dirname(root), { recursive: true, force: true }));

	it('is what we say', async () => {
		const { get } = await plugin(Object.fromEntries(sources));
		const said = [
			...get(faults).map(({ made, verdict }) => `${made.dir} ${verdict}`),
			...get(droppedFields).map(({ why, origin }) => `${dirname(origin.path)} ${why}`),
		];
		const expected = [
			...decoded.map(({ verdict }, i) => (verdict === '' ? '' : `c${i} ${verdict}`)),
			...broken.map(([, verdict], i) => (verdict === '' ? '' : `b${i} ${verdict}`)),
		];
		assert.deepEqual(said.sort(), expected.filter(line => line !== '').sort());
	});

	it('decodes, or not, as we say', function () {
		if (reason !== undefined) return this.skip();
		const lines = go(root, 'run', './cmd/decode').trim().split('\n');
		const results = new Map(lines.map(line => line.split('\t') as [string, string]));
		const cases = decoded.flatMap(({ field, decoding }, i) =>
			Object.entries(decoding).map(([body, expected], n) => ({ name: `${i}.${n}`, field, body, expected })),
		);
		for (const { name, field, body, expected } of some(cases)) assert.match(results.get(name) ?? 'nothing', expected, `${field} with ${body}`);
	});

	it('does not compile where we say so', function () {
		if (reason !== undefined) return this.skip();
		for (const [i, [field, , said]] of some([...broken.entries()])) assert.throws(() => go(root, 'build', `./b${i}`), said, field);
	});
});
