import assert from 'node:assert/strict';
import { Engine } from '../../server/src/engine/check';
import { configStructs } from '../../server/src/facts/config/structs';
import { effectOf } from '../../server/src/facts/release/linker';
import { rules } from '../../server/src/rules/index';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { some } from '../support/some';
import { txtar } from '../support/txtar';

const module = '-- go.mod --\nmodule github.com/acme/packer-plugin-acme\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n';

describe('facts about Go code, by what names mean', () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});
	const open = (files: string) => plugin(txtar(module + files), loaded);

	const main = (body: string, rest = '') => `-- main.go --
package main

import (
	"os"

	"github.com/hashicorp/packer-plugin-sdk/plugin"
)

type box struct{}

func main() {
	pps := plugin.NewSet()
${body}
	pps.Run()
}
${rest}`;
	const twice = '\tpps.RegisterBuilder("box", new(box))\n';
	const repeated = (files: string) =>
		new Engine({ 'main/duplicate-registration': rules['main/duplicate-registration'] }).check(open(files).get).findings.map(f => f.message).length;

	it('a component registered twice is one whatever returns elsewhere, and none in alternatives', () => {
		const helper = '\nfunc name() string {\n\tif os.Getenv("X") != "" {\n\t\treturn "x"\n\t}\n\treturn "y"\n}\n';
		for (const body of some([`${twice}${twice}`, `${twice}\tif os.Getenv("X") != "" {\n\t${twice}\t}`, `\tif true {\n\t${twice}\t${twice}\t}`]))
			assert.equal(repeated(main(body, helper)), 1, body);
		for (const body of some([
			`\tif os.Getenv("X") != "" {\n\t${twice}\t} else {\n\t${twice}\t}`,
			`\tswitch os.Getenv("X") {\n\tcase "a":\n\t${twice}\tdefault:\n\t${twice}\t}`,
			`\tif os.Getenv("X") != "" {\n\t${twice}\t\treturn\n\t}\n${twice}`,
			`${twice}\t_ = func() {\n\t${twice}\t}`,
		]))
			assert.equal(repeated(main(body, helper)), 0, body);
	});

	it('what a closure decodes into is its parameter, and not the package variable of that name', () => {
		const files = (closure: string) => `-- main.go --
package main

import (
	"github.com/hashicorp/packer-plugin-sdk/plugin"
	"github.com/hashicorp/packer-plugin-sdk/template/config"
)

type Other struct{}

type Config struct{}

var c Other

type Builder struct{}

func (b *Builder) Prepare(raws ...interface{}) ([]string, []string, error) {
	decode := ${closure}
	return nil, nil, decode(&Config{})
}

func main() {
	pps := plugin.NewSet()
	pps.RegisterBuilder("box", new(Builder))
	pps.Run()
}
`;
		const decoded = (closure: string) =>
			open(files(closure))
				.get(configStructs)
				.map(({ type }) => type.type);
		assert.deepEqual(decoded('func(c *Config) error { return config.Decode(c, nil, raws...) }'), ['Config']);
		assert.deepEqual(decoded('func(x *Config) error { return config.Decode(&c, nil, raws...) }'), ['Other']);
		assert.deepEqual(decoded('func(x *Config) error { var c Config; return config.Decode(&c, nil, raws...) }'), ['Config']);
	});

	it('a linker flag sets a variable by what is declared, whatever stands near it', () => {
		const effect = (declared: string) =>
			effectOf(open(`-- main.go --\npackage main\n\nimport _ "embed"\n\n${declared}\n\nfunc main() {}\n`).get, '.', 'main.Version');
		assert.equal(effect('var Version string'), 'set');
		assert.equal(effect('//go:embed VERSION\nvar other string\n\nvar Version string'), 'set');
		assert.equal(effect('//go:embed VERSION\nvar Version string'), 'computed');
		assert.equal(effect('var (\n\t// Long.\n\n\t//go:embed VERSION\n\n\t// The version.\n\tVersion string\n)'), 'computed');
		assert.equal(effect('const Version = "1"'), 'constant');
		assert.equal(effect('var Version = 1'), 'not-string');
	});
});
