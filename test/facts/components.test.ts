import assert from 'node:assert/strict';
import { components } from '../../server/src/facts/plugin/components';
import { entry } from '../../server/src/facts/plugin/entry';
import { identity } from '../../server/src/facts/plugin/identity';
import { isPlugin } from '../../server/src/facts/plugin/plugin';
import { registrations } from '../../server/src/facts/plugin/registrations';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { txtar } from '../support/txtar';

const goMod = '-- go.mod --\nmodule example.org/tools/packer-plugin-acme\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n';
const builder = '-- builder/box/builder.go --\npackage boxes\n\ntype Maker struct{}\n\nfunc New() *Maker { return &Maker{} }\n';
const head = 'package main\n\nimport (\n\t"example.org/tools/packer-plugin-acme/builder/box"\n\t"github.com/hashicorp/packer-plugin-sdk/plugin"\n)\n\n';

describe('facts/components', () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});

	const open = (archive: string) => plugin(txtar(goMod + archive), loaded);
	/** Each component as `kind fullName Type in folder`. */
	const found = (archive: string) =>
		open(archive)
			.get(components)
			.map(c => `${c.kind} ${c.fullName} ${c.implementation ? `${c.implementation.type} in ${c.implementation.dir}` : 'unknown'}`);
	const main = (body: string, more = '') => `-- main.go --\n${head}${more}func main() {\n\tpps := plugin.NewSet()\n${body}\tpps.Run()\n}\n${builder}`;

	it('names and types as they are usually written; a call in a comment does not count', () => {
		const registered =
			'\tpps.RegisterBuilder("box", new(boxes.Maker))\n\tpps.RegisterBuilder(plugin.DEFAULT_NAME, new(boxes.Maker))\n\t// pps.RegisterBuilder("old", new(boxes.Maker))\n';
		assert.deepEqual(found(main(registered)), ['builder acme-box Maker in builder/box', 'builder acme Maker in builder/box']);
	});

	for (const value of ['&boxes.Maker{}', 'boxes.New()', '&boxes.Maker{\n\t}', 'made', 'shared'])
		it(`a component given as ${value.replace(/\s+/g, '')}`, () => {
			const body = `\tmade := boxes.New()\n\tpps.RegisterBuilder("box", ${value})\n\t_ = made\n`;
			assert.deepEqual(found(main(body, 'var shared = new(boxes.Maker)\n\n')), ['builder acme-box Maker in builder/box']);
		});

	it('a type of package main, an alias, and a function that returns an interface', () => {
		const more = 'type mine struct{}\ntype other = boxes.Maker\n\nfunc made() packer.Builder { return &mine{} }\n\n';
		const body = '\tpps.RegisterBuilder("a", new(mine))\n\tpps.RegisterBuilder("b", new(other))\n\tpps.RegisterBuilder("c", made())\n';
		assert.deepEqual(found(main(body, more)), ['builder acme-a mine in ', 'builder acme-b Maker in builder/box', 'builder acme-c mine in ']);
	});

	it('a type of another module is known to be unknown', () => {
		assert.deepEqual(found(main('\tpps.RegisterBuilder("x", new(elsewhere.Builder))\n')), ['builder acme-x unknown']);
	});

	it('constants as names, of this package and others, local ones, joined ones', () => {
		const body =
			'\tconst here = "local"\n\tpps.RegisterBuilder(name, new(boxes.Maker))\n\tpps.RegisterBuilder(boxes.Name, new(boxes.Maker))\n\tpps.RegisterBuilder(here, new(boxes.Maker))\n\tpps.RegisterBuilder(name + "-2", new(boxes.Maker))\n';
		const names = '-- builder/box/names.go --\npackage boxes\n\nconst Name = "there"\n';
		assert.deepEqual(
			open(main(body, 'const name = "package"\n\n') + names)
				.get(components)
				.map(c => c.name),
			['package', 'there', 'local', 'package-2'],
		);
	});

	it('a name that only running tells is registered, but no component', () => {
		const body = '\tpps.RegisterBuilder(os.Getenv("NAME"), new(boxes.Maker))\n\tpps.RegisterBuilder(twice, new(boxes.Maker))\n';
		const db = open(
			main(
				body,
				'var twice = "a"\n\nfunc init() { twice = "b" }\n\nfunc add(pps *plugin.Set, name string) { pps.RegisterBuilder(name, new(boxes.Maker)) }\n\nconst name = "not this"\n\n',
			),
		);
		assert.deepEqual(db.get(components), []);
		assert.deepEqual(
			db.get(registrations).map(r => r.name),
			[undefined, undefined, undefined],
		);
	});

	it('a loop over a map, written in place or named', () => {
		const inPlace = '\tfor name, b := range map[string]packer.Builder{"x": new(boxes.Maker), "y": boxes.New()} {\n\t\tpps.RegisterBuilder(name, b)\n\t}\n';
		const expected = ['builder acme-x Maker in builder/box', 'builder acme-y Maker in builder/box'];
		assert.deepEqual(found(main(inPlace)), expected);
		const apart = '\tfor name, b := range all {\n\t\tpps.RegisterBuilder(name, b)\n\t}\n';
		assert.deepEqual(found(main(apart, 'var all = map[string]packer.Builder{"x": new(boxes.Maker), "y": boxes.New()}\n\n')), expected);
		assert.deepEqual(
			open(main(apart, 'var all = discover()\n\n'))
				.get(registrations)
				.map(r => r.name),
			[undefined],
		);
	});

	it('renamed imports, another name for the set, and another file of package main', () => {
		const archive = `-- main.go --\npackage main\n\nimport sdk "github.com/hashicorp/packer-plugin-sdk/plugin"\n\nvar acme = sdk.NewSet()\n\nfunc main() { acme.Run() }\n-- register.go --\npackage main\n\nimport b "example.org/tools/packer-plugin-acme/builder/box"\n\nfunc init() { acme.RegisterBuilder("box", new(b.Maker)) }\n${builder}`;
		assert.deepEqual(found(archive), ['builder acme-box Maker in builder/box']);
	});

	it('a main below cmd/, with the set in a variable of another package', () => {
		const archive = `-- cmd/plugin/main.go --\npackage main\n\nimport "example.org/tools/packer-plugin-acme/internal/set"\n\nfunc main() { set.Plugin.Run() }\n-- internal/set/set.go --\npackage set\n\nimport (\n\t"example.org/tools/packer-plugin-acme/builder/box"\n\t"github.com/hashicorp/packer-plugin-sdk/plugin"\n)\n\nvar Plugin = plugin.NewSet()\n\nfunc init() { Plugin.RegisterBuilder("box", boxes.New()) }\n${builder}`;
		assert.deepEqual(found(archive), ['builder acme-box Maker in builder/box']);
		assert.equal(open(archive).get(entry)?.main?.path, 'cmd/plugin/main.go');
	});

	it('legacy servers, one main a component', () => {
		const server = (kind: string) =>
			`package main\n\nimport (\n\t"example.org/tools/packer-plugin-acme/builder/box"\n\t"github.com/hashicorp/packer-plugin-sdk/plugin"\n)\n\nfunc main() {\n\tserver, _ := plugin.Server()\n\tserver.Register${kind}(new(boxes.Maker))\n\tserver.Serve()\n}\n`;
		const db = open(`-- cmd/a/main.go --\n${server('Builder')}-- cmd/b/main.go --\n${server('Provisioner')}${builder}`);
		assert.deepEqual(
			db.get(registrations).map(r => [r.kind, r.name, r.legacy]),
			[
				['builder', '', true],
				['provisioner', '', true],
			],
		);
		assert.equal(db.get(entry)?.servers.length, 2);
	});

	it('other packages main are not the plugin: examples, tools, files left out of builds, nested modules', () => {
		const other = main('\tpps.RegisterBuilder("no", new(boxes.Maker))\n').replaceAll(/^-- (main|builder)/gm, '-- examples/$1');
		const archive = `${other}-- gen.go --\n//go:build ignore\n\npackage main\n\nfunc main() {}\n-- tools/go.mod --\nmodule tools\n-- tools/main.go --\n${head}func main() { plugin.NewSet().RegisterBuilder("no", new(boxes.Maker)) }\n${main('\tpps.RegisterBuilder("yes", new(boxes.Maker))\n')}`;
		assert.deepEqual(
			open(archive)
				.get(components)
				.map(c => c.name),
			['yes'],
		);
		assert.equal(open(archive).get(entry)?.main?.path, 'main.go');
	});

	it('a plugin serves, or has a main and requires the SDK, or is named as one', () => {
		const is = (archive: string) => plugin(txtar(archive), loaded).get(isPlugin);
		assert.equal(is(goMod), true, 'by its name');
		assert.equal(is('-- go.mod --\nmodule example.org/acme\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n-- main.go --\npackage main\n'), true);
		assert.equal(is('-- go.mod --\nmodule example.org/acme\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n-- lib.go --\npackage lib\n'), false);
		assert.equal(is('-- go.mod --\nmodule github.com/hashicorp/packer-plugin-sdk\n'), false);
		assert.equal(
			is('-- go.mod --\nmodule github.com/hashicorp/packer\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n-- main.go --\npackage main\n'),
			false,
		);
		assert.equal(is('-- main.go --\npackage main\n'), false);
		const tools = '-- go.mod --\nmodule github.com/acme/packer-plugin-acme/tools\n-- repository --\norigin: acme/packer-plugin-acme\nfolder: tools\n';
		assert.equal(is(`${tools}subdirectory: tools\n`), false, "a module for a plugin's tools");
	});

	it('below the root of a repository, the module and the folder name the plugin', () => {
		const at = (repository: string) =>
			plugin(txtar(`-- go.mod --\nmodule github.com/acme/plugins/packer-plugin-acme\n-- repository --\n${repository}`), loaded).get(identity);
		const below = at('origin: other/packer-plugin-all\nfolder: packer-plugin-acme\nsubdirectory: x/packer-plugin-acme\n');
		assert.deepEqual([below.repository, below.source], ['packer-plugin-acme', 'github.com/acme/acme']);
		assert.equal(at('origin: acme/packer-plugin-all\nfolder: x\n').repository, 'packer-plugin-all');
	});
});
