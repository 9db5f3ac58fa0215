import assert from 'node:assert/strict';
import { decodingOf } from '../../server/src/facts/config/decoding';
import { attributesOf } from '../../server/src/facts/config/fields';
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
			'-- box/config.hcl2spec.go --\npackage box\n\ntype FlatConfig struct {\n}\n-- box/hand.go --\npackage box\n\ntype FlatMine struct{}\n\nfunc (*FlatMine) HCL2Spec() map[string]hcldec.Spec { return nil }\n-- box/no.go --\npackage box\n\ntype FlatEarth struct{}\n',
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
