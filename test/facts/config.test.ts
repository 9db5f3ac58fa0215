import assert from 'node:assert/strict';
import { decodingOf } from '../../server/src/facts/config/decoding';
import { attributesOf, tagOf } from '../../server/src/facts/config/fields';
import { specOf } from '../../server/src/facts/config/specs';
import { configStructs, flatTypesIn } from '../../server/src/facts/config/structs';
import { components } from '../../server/src/facts/plugin/components';
import { missingMethods, wrongMethods } from '../../server/src/facts/plugin/interfaces';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { txtar } from '../support/txtar';

const frame = `-- go.mod --
module example.org/acme

require github.com/hashicorp/packer-plugin-sdk v0.6.10
-- main.go --
package main

import (
	"example.org/acme/box"
	"github.com/hashicorp/packer-plugin-sdk/plugin"
)

func main() {
	pps := plugin.NewSet()
	pps.RegisterBuilder("box", new(box.Builder))
	pps.Run()
}
`;
const decode = 'config.Decode';
const imports =
	'import (\n\t"example.org/acme/shared"\n\t"github.com/hashicorp/hcl/v2/hcldec"\n\t"github.com/hashicorp/packer-plugin-sdk/template/config"\n)\n\n';
const file = (path: string, body: string) => `-- ${path} --\npackage ${path.split('/')[0]}\n\n${imports}${body}\n`;

describe('facts/config', () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});

	const open = (...files: readonly string[]) => {
		const db = plugin(txtar(frame + files.join('')), loaded);
		const [component] = db.get(components);
		assert.ok(component);
		return { db, component };
	};
	const decoded = (...files: readonly string[]) => {
		const { db, component } = open(...files);
		const found = decodingOf(db.get, component);
		return found && `${found.target} ${found.type ? `${found.type.dir}.${found.type.type}` : 'unknown'}`;
	};
	const builder = (body: string, fields = 'config Config') =>
		file(
			'box/builder.go',
			`type Config struct {\n\tName string \`mapstructure:"name"\`\n}\n\ntype Builder struct {\n\t${fields}\n}\n\nfunc (b *Builder) Prepare(raws ...interface{}) ([]string, []string, error) {\n\t${body}\n}\n`,
		);

	it('a field of the component', () =>
		assert.equal(decoded(builder(`err := ${decode}(&b.config, nil, raws...)\n\treturn nil, nil, err`)), 'b.config box.Config'));

	it('a field of an embedded struct of another package', () => {
		const shared = file('shared/shared.go', 'type Base struct {\n\tOptions Options\n}\n\ntype Options struct{}\n');
		assert.equal(decoded(builder(`return nil, nil, ${decode}(&b.Options, nil, raws...)`, 'shared.Base'), shared), 'b.Options shared.Options');
	});

	it('a local variable, a pointer made with new, and a package variable', () => {
		assert.equal(decoded(builder(`var c Config\n\treturn nil, nil, ${decode}(&c, nil, raws...)`)), 'c box.Config');
		assert.equal(decoded(builder(`c := new(Config)\n\treturn nil, nil, ${decode}(c, nil, raws...)`)), 'c box.Config');
		assert.equal(decoded(builder(`return nil, nil, ${decode}(&all, nil, raws...)`), file('box/all.go', 'var all Config\n')), 'all box.Config');
	});

	it('one call deeper: a method of the configuration, a function, a function of another package', () => {
		const method = file('box/config.go', `func (c *Config) Prepare(raws ...interface{}) error { return ${decode}(c, nil, raws...) }\n`);
		assert.equal(decoded(builder('return nil, nil, b.config.Prepare(raws...)'), method), 'c box.Config');
		const made = file('box/new.go', `func NewConfig(raws ...interface{}) (*Config, error) {\n\tc := &Config{}\n\treturn c, ${decode}(c, nil, raws...)\n}\n`);
		assert.equal(decoded(builder('c, err := NewConfig(raws...)\n\treturn nil, nil, err'), made), 'c box.Config');
		const there = file('shared/shared.go', `type Options struct{}\n\nfunc Read(o *Options, raws ...interface{}) error { return ${decode}(o, nil, raws...) }\n`);
		assert.equal(decoded(builder('return nil, nil, shared.Read(&b.options, raws...)', 'options shared.Options'), there), 'o shared.Options');
	});

	it('does not guess: an interface, another Decode, a component of another module', () => {
		const upper = file('shared/shared.go', `func Read(upper interface{}, raws ...interface{}) error { return ${decode}(upper, nil, raws...) }\n`);
		assert.equal(decoded(builder('return nil, nil, shared.Read(&b.config, raws...)'), upper), 'upper unknown');
		assert.equal(decoded(builder('return nil, nil, json.Decode(&b.config, raws...)')), undefined);
		assert.equal(decoded('-- box/box.go --\npackage box\n\nimport "example.org/other"\n\ntype Builder = other.Builder\n'), undefined);
	});

	for (const [returned, expected] of Object.entries({
		'b.config.FlatMapstructure().HCL2Spec()': 'flat Config',
		'new(Config).FlatMapstructure().HCL2Spec()': 'flat Config',
		'(&Config{}).FlatMapstructure().HCL2Spec()': 'flat Config',
		'(*FlatConfig)(nil).HCL2Spec()': 'flat Config',
		'new(FlatConfig).HCL2Spec()': 'flat Config',
		'(&FlatConfig{}).HCL2Spec()': 'flat Config',
		'hcldec.ObjectSpec{}': 'written -',
		'specs()': 'unknown -',
	}))
		it(`ConfigSpec returns ${returned}`, () => {
			const { db, component } = open(
				builder(`return nil, nil, nil`),
				file('box/spec.go', `func (b *Builder) ConfigSpec() hcldec.ObjectSpec { return ${returned} }\n`),
			);
			const spec = specOf(db.get, component, 'ConfigSpec');
			assert.equal(`${spec?.how} ${spec?.type?.type ?? '-'}`, expected);
		});

	for (const [returned, expected] of Object.entries({
		'hcldec.ObjectSpec{"a": nil}': 'written',
		'map[string]hcldec.Spec{}': 'written',
		'map[string]hcldec.ObjectSpec{}': 'unknown',
		'map[string]config.Spec{}': 'unknown',
		'[]hcldec.Spec{}': 'unknown',
		'hcldec.Spec{}': 'unknown',
		'config.ObjectSpec{}': 'unknown',
		'ObjectSpec{}': 'unknown',
		'hcldec.ObjectSpec(specs)': 'unknown',
		specs: 'unknown',
		'new(Config).FlatMapstructure().HCL2Spec(1)': 'unknown',
		'new(Config).FlatMapstructure().HCL1Spec()': 'unknown',
		'new(Config).HCL2Spec()': 'unknown',
		'make(FlatConfig).HCL2Spec()': 'unknown',
		'flat(FlatConfig, nil).HCL2Spec()': 'unknown',
		'new(MyFlatConfig).HCL2Spec()': 'unknown',
		'(*MyFlatConfig)(nil).HCL2Spec()': 'unknown',
		'(*Flat)(nil).HCL2Spec()': 'unknown',
		'other.HCL2Spec()': 'unknown',
		HCL2Spec: 'unknown',
		'nil; return specs()': undefined,
	}))
		it(`ConfigSpec returns ${returned}: ${expected}`, () => {
			const body = returned === 'nil; return specs()' ? 'if true {\n\t\treturn nil\n\t}\n\treturn specs()' : `return ${returned}`;
			const { db, component } = open(
				builder('return nil, nil, nil'),
				file('box/spec.go', `func (b *Builder) ConfigSpec() hcldec.ObjectSpec {\n\t${body}\n}\n`),
			);
			const spec = specOf(db.get, component, 'ConfigSpec');
			assert.equal(spec?.how, expected);
			assert.equal(spec?.type, undefined);
		});

	it('ConfigSpec has a receiver with a name, or not', () => {
		const receiver = (written: string) => {
			const { db, component } = open(builder('return nil, nil, nil'), file('box/spec.go', `func (${written}) ConfigSpec() hcldec.ObjectSpec { return nil }\n`));
			return specOf(db.get, component, 'ConfigSpec');
		};
		assert.equal(receiver('b *Builder')?.receiver, 'b');
		assert.equal(receiver('*Builder')?.receiver, undefined);
		assert.equal(receiver('*Other'), undefined);
	});

	it('calls are followed that are given the parameters, at most three deep', () => {
		const chain = (length: number) =>
			Array.from(
				{ length },
				(_, i) => `func read${i}(raws ...interface{}) error { return ${i === length - 1 ? `${decode}(&all, nil, raws...)` : `read${i + 1}(raws...)`} }\n`,
			).join('');
		const all = 'var all Config\n\n';
		assert.equal(decoded(builder('return nil, nil, read0(raws...)'), file('box/read.go', all + chain(3))), 'all box.Config');
		assert.equal(decoded(builder('return nil, nil, read0(raws...)'), file('box/read.go', all + chain(4))), undefined);
		const again = 'func again(raws ...interface{}) error { return again(raws...) }\n';
		assert.equal(decoded(builder('return nil, nil, again(raws...)'), file('box/again.go', again)), undefined);
		for (const call of ['read0()', 'read0(b, "a")', 'read0(raws[0])', 'read0(other)'])
			assert.equal(decoded(builder(`return nil, nil, ${call}`), file('box/read.go', all + chain(1))), undefined, call);
		const bare = `type Builder struct{}\n\nfunc (b *Builder) Prepare() error { return ${decode}(&all, nil) }\n`;
		assert.equal(decoded(file('box/bare.go', all + bare)), undefined);
	});

	it('a call of Decode of the SDK or of Packer itself, into whatever it is', () => {
		assert.equal(decoded(builder('return nil, nil, config.Merge(&b.config, raws...)')), undefined);
		assert.equal(decoded(builder(`return nil, nil, ${decode}()`)), undefined);
		assert.equal(decoded(builder(`return nil, nil, ${decode}(target(), nil, raws...)`)), 'undefined unknown');
		const old = builder(`return nil, nil, ${decode}(&b.config, nil, raws...)`).replace('packer-plugin-sdk/template/config', 'packer/helper/config');
		assert.equal(decoded(old), 'b.config box.Config');
	});

	it('tags: the value of a key, with what is escaped in it', () => {
		const tag = (written: string) => tagOf({ tag: written }, 'mapstructure');
		assert.equal(tag('mapstructure:"a"'), 'a');
		assert.equal(tag('json:"b" mapstructure:"a,squash"'), 'a,squash');
		assert.equal(tag('mapstructure:""'), '');
		assert.equal(tag('xmapstructure:"b" mapstructure:"a"'), 'a');
		assert.equal(tag('mapstructure:"a\\"b"'), 'a\\"b');
		for (const none of ['', 'json:"a"', 'xmapstructure:"a"', 'mapstructure:"a', 'mapstructure:"a\\"', 'mapstructure:a'])
			assert.equal(tag(none), undefined, none);
		assert.equal(tagOf({}, 'mapstructure'), undefined);
	});

	it('attributes: none of an embedded struct with a name, or of one that is not here; of a struct in itself, an end', () => {
		const config =
			'type Full struct {\n\tInner `mapstructure:"inner"`\n\tconfig.Other `mapstructure:",squash"`\n\tA int `mapstructure:"a"`\n}\n\ntype Inner struct{}\n\ntype Loop struct {\n\t*Loop `mapstructure:",squash"`\n\tB int `mapstructure:"b"`\n}\n';
		const { db } = open(builder('return nil, nil, nil'), file('box/full.go', config));
		const names = (type: string) => attributesOf(db.get, { dir: 'box', path: 'box/full.go', type, place: { path: 'box/full.go' } }).map(({ name }) => name);
		assert.deepEqual(names('Full'), ['a']);
		assert.deepEqual([...new Set(names('Loop'))], ['b']);
		assert.deepEqual(names('Missing'), []);
	});

	it('an output is that of a data source only', () => {
		const spec = 'func (b *Builder) OutputSpec() hcldec.ObjectSpec { return new(Config).FlatMapstructure().HCL2Spec() }\n';
		const { db } = open(builder(`return nil, nil, ${decode}(&b.config, nil, raws...)`), file('box/spec.go', spec));
		assert.deepEqual(
			db.get(configStructs).map(({ role }) => role),
			['config'],
		);
	});

	it('attributes: squashed structs of this module, embedded or named; not what is skipped or has no name', () => {
		const shared = file('shared/shared.go', 'type Access struct {\n\tToken string `mapstructure:"token"`\n}\n');
		const config =
			'type Full struct {\n\tshared.Access `mapstructure:",squash"`\n\tComm shared.Access `mapstructure:",squash"`\n\tA, B int `mapstructure:"a" required:"true"`\n\tC string\n\tD string `mapstructure:"d" mapstructure-to-hcl2:",skip"`\n\tE string `mapstructure:"-"`\n}\n\nfunc (b *Builder) ConfigSpec() hcldec.ObjectSpec { return new(Full).FlatMapstructure().HCL2Spec() }\n';
		const { db } = open(builder('return nil, nil, nil'), file('box/full.go', config), shared);
		const [struct] = db.get(configStructs);
		assert.ok(struct);
		assert.deepEqual(
			attributesOf(db.get, struct.type).map(a => [a.name, a.selector, a.struct.type]),
			[
				['token', 'Token', 'Access'],
				['token', 'Comm.Token', 'Access'],
				['a', 'A', 'Full'],
			],
		);
	});

	it('Flat types are found in the text of generated files and in files written by hand', () => {
		const { db } = open(
			builder('return nil, nil, nil'),
			'-- box/config.hcl2spec.go --\npackage box\n\ntype FlatConfig struct {\n}\n\ntype FlatName string\n\ntype MyFlatConfig struct{}\n\ntype Flat struct{}\n-- box/box_test.go --\npackage box\n\ntype FlatTest struct{}\n\nfunc (*FlatTest) HCL2Spec() map[string]hcldec.Spec { return nil }\n-- box/hand.go --\npackage box\n\ntype FlatMine struct{}\n\nfunc (*FlatMine) HCL2Spec() map[string]hcldec.Spec { return nil }\n-- box/no.go --\npackage box\n\ntype FlatEarth struct{}\n\nfunc (*FlatEarth) HCL1Spec() map[string]hcldec.Spec { return nil }\n\nfunc HCL2Spec() {}\n',
		);
		assert.deepEqual(db.get(flatTypesIn, 'box'), ['Config', 'Mine']);
	});

	it('signatures are compared whatever names are used, and not where a name may mean anything', () => {
		const body = (prepare: string, imports = '') =>
			`-- box/box.go --\npackage box\n\nimport (\n\t"context"\n${imports}\tsdk "github.com/hashicorp/packer-plugin-sdk/packer"\n\t"github.com/hashicorp/hcl/v2/hcldec"\n)\n\ntype Builder struct{}\n\nfunc (Builder) ConfigSpec() hcldec.ObjectSpec { return nil }\nfunc (b *Builder) Prepare(${prepare}\nfunc (b *Builder) Run(_ context.Context, u sdk.Ui, _ sdk.Hook) (sdk.Artifact, error) { return nil, nil }\n`;
		const problems = (archive: string) => {
			const { db, component } = open(archive);
			return [...missingMethods(db.get, component).map(m => m.name), ...wrongMethods(db.get, component).map(w => w.required.name)];
		};
		assert.deepEqual(problems(body('raws ...any) (warnings, errors []string, err error) { return }')), []);
		assert.deepEqual(problems(body('raws ...interface{}) ([]string, error) { return nil, nil }')), ['Prepare']);
		assert.deepEqual(problems(body('raws []interface{}) ([]string, []string, error) { return nil, nil, nil }')), ['Prepare']);
		assert.deepEqual(problems(body('raws ...Anything) ([]string, []string, error) { return nil, nil, nil }')), []);
		assert.deepEqual(problems(body('raws ...interface{}) ([]string, error) { return nil, nil }', '\t. "example.org/other"\n')), []);
		assert.deepEqual(problems('-- box/box.go --\npackage box\n\nimport "example.org/other"\n\ntype Builder struct{ other.Base }\n'), []);
		assert.deepEqual(problems('-- box/box.go --\npackage box\n\ntype base struct{}\n\ntype Builder struct{ base }\n'), ['ConfigSpec', 'Prepare', 'Run']);
	});
});
