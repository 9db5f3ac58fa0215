import assert from 'node:assert/strict';
import { text } from '../../server/src/facts/core/files';
import { isBroken } from '../../server/src/facts/go/broken';
import { goSources } from '../../server/src/facts/go/sources';
import { components } from '../../server/src/facts/plugin/components';
import { type Kind, kinds } from '../../server/src/facts/plugin/registrations';
import { addComponent } from '../../server/src/scaffold/component';
import { publishedReadme, put } from '../../server/src/scaffold/derived';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { some } from '../support/some';
import { txtar } from '../support/txtar';
import { findings, fresh, made, write } from './support';

describe('scaffold: a component more', () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});

	for (const kind of some(kinds))
		it(`a ${kind} leaves no rule anything to report`, () => {
			const db = fresh({ name: 'acme', owner: 'acme-inc' }, loaded);
			for (const name of ['extra', 'import']) {
				write(db, made(addComponent(db.get, kind, name)));
				assert.deepEqual(findings(db), []);
				assert.ok(db.get(components).some(c => c.kind === kind && c.name === name && c.implementation !== undefined));
				assert.deepEqual(
					db.get(goSources).filter(path => db.get(isBroken, path)),
					[],
				);
			}
		});

	it('one of each kind, one after the other, beside one of the plugin’s own name', () => {
		const db = fresh({ name: 'acme', owner: 'acme-inc', components: [{ kind: 'datasource', name: '' }] }, loaded);
		for (const kind of some(kinds)) {
			write(db, made(addComponent(db.get, kind, 'web')));
			assert.deepEqual(findings(db), []);
		}
		assert.deepEqual(
			db.get(components).map(c => `${c.kind} ${c.fullName}`),
			['datasource acme', 'datasource acme-web', 'builder acme-web', 'provisioner acme-web', 'post-processor acme-web'],
		);
		assert.match(db.get(text, '.web-docs/metadata.hcl') ?? '', /flags {7}= \["hcp-ready"\]/);
		assert.equal(db.get(text, 'docs/README.md'), db.get(text, '.web-docs/README.md'));
	});

	it('takes the plugin’s name off, and the plugin’s own for the default name', () => {
		for (const [given, name] of [
			['acme-web', 'web'],
			['acme', ''],
		] as const) {
			const db = fresh({ name: 'acme', owner: 'acme' }, loaded);
			write(db, made(addComponent(db.get, 'datasource', given)));
			assert.equal(db.get(components)[1]?.name, name);
		}
	});

	it('goes into the list of its kind in both READMEs', () => {
		const db = fresh({ name: 'acme', owner: 'acme' }, loaded);
		write(db, made(addComponent(db.get, 'builder', 'web')));
		const line = (name: string, title: string) =>
			`- [${name}](/packer/integrations/acme/acme/latest/components/builder/${name.replace('acme-', '')}) - The ${title} builder.\n`;
		for (const path of ['docs/README.md', '.web-docs/README.md'])
			assert.ok(db.get(text, path)?.includes(`#### Builders\n\n${line('acme', 'Acme')}${line('acme-web', 'Acme Web')}\n###`), db.get(text, path));
	});

	it('keeps the published README what it is rendered to', () => {
		const db = fresh({ name: 'acme', owner: 'acme' }, loaded);
		const readme = `Acme.\n\n### Installation\n\nRun \`packer plugins install github.com/acme/acme\`.\n\n## Components\n\n### Builders\n\n@include 'builder/acme/Config-required.mdx'\n`;
		put(db, { 'docs/README.md': readme, '.web-docs/README.md': publishedReadme(db.get, readme) ?? '' });
		write(db, made(addComponent(db.get, 'builder', 'web')));
		assert.equal(db.get(text, '.web-docs/README.md'), publishedReadme(db.get, db.get(text, 'docs/README.md') ?? ''));
		assert.deepEqual(findings(db), []);
	});

	for (const [name, why] of [
		['Web', 'lowercase letters'],
		['web', 'already has a builder `acme-web`'],
		['-web', 'lowercase letters'],
		['con', 'Windows reserves'],
		['l-pt1', 'Windows reserves'],
		['acme-nul', 'Windows reserves'],
	] as const)
		it(`refuses a builder ${name}, and says why`, () => {
			const db = fresh({ name: 'acme', owner: 'acme', components: [{ kind: 'builder', name: 'web' }] }, loaded);
			const result = addComponent(db.get, 'builder', name);
			assert.ok('refused' in result && result.refused.includes(why), JSON.stringify(result).slice(0, 200));
		});

	it('refuses other modules, a broken main.go, and a main.go without plugin set', () => {
		const goMod = 'module example.org/packer-plugin-acme\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n';
		const refusal = (files: Iterable<readonly [string, string]>) => {
			const result = addComponent(plugin(files, loaded).get, 'builder', 'web');
			return 'refused' in result ? result.refused : '';
		};
		assert.match(refusal([]), /not a Packer plugin/);
		assert.match(
			refusal([
				['go.mod', goMod],
				['main.go', 'package main\n\nimport "github.com/hashicorp/packer-plugin-sdk/plugin"\n\nfunc main() {\n\tpps := plugin.NewSet(\n}\n'],
			]),
			/syntax error/,
		);
		assert.match(
			refusal([
				['go.mod', goMod],
				['main.go', 'package main\n\nfunc main() {}\n'],
			]),
			/plugin set/,
		);
	});
});

/** main.go before and after a builder `web` is added, as authors write theirs. */
const mains: Readonly<Record<string, readonly [before: string, after: string, kind?: Kind]>> = {
	'behind the last of its kind': [
		'import (\n\t"fmt"\n\n\t"example.org/packer-plugin-acme/builder/box"\n\t"example.org/packer-plugin-acme/version"\n\t"github.com/hashicorp/packer-plugin-sdk/plugin"\n)\n\nfunc main() {\n\tpps := plugin.NewSet()\n\tpps.RegisterBuilder("box", new(box.Builder))\n\tpps.RegisterProvisioner("p", new(box.P))\n\tpps.SetVersion(version.V)\n\tfmt.Println(pps.Run())\n}\n',
		'import (\n\t"fmt"\n\n\t"example.org/packer-plugin-acme/builder/box"\n\t"example.org/packer-plugin-acme/builder/web"\n\t"example.org/packer-plugin-acme/version"\n\t"github.com/hashicorp/packer-plugin-sdk/plugin"\n)\n\nfunc main() {\n\tpps := plugin.NewSet()\n\tpps.RegisterBuilder("box", new(box.Builder))\n\tpps.RegisterBuilder("web", new(web.Builder))\n\tpps.RegisterProvisioner("p", new(box.P))\n\tpps.SetVersion(version.V)\n\tfmt.Println(pps.Run())\n}\n',
	],
	'behind the set where there is none, with single imports and the set under another name': [
		'import sdk "github.com/hashicorp/packer-plugin-sdk/plugin"\n\nfunc main() {\n\tset := sdk.NewSet()\n\tset.Run()\n}\n',
		'import "example.org/packer-plugin-acme/builder/web"\nimport sdk "github.com/hashicorp/packer-plugin-sdk/plugin"\n\nfunc main() {\n\tset := sdk.NewSet()\n\tset.RegisterBuilder("web", new(web.Builder))\n\tset.Run()\n}\n',
	],
	'not into a branch': [
		'import (\n\t"example.org/packer-plugin-acme/builder/box"\n\t"github.com/hashicorp/packer-plugin-sdk/plugin"\n)\n\nfunc main() {\n\tpps := plugin.NewSet()\n\tif box.Here {\n\t\tpps.RegisterBuilder("box", new(box.Builder))\n\t}\n\tpps.Run()\n}\n',
		'import (\n\t"example.org/packer-plugin-acme/builder/box"\n\t"example.org/packer-plugin-acme/builder/web"\n\t"github.com/hashicorp/packer-plugin-sdk/plugin"\n)\n\nfunc main() {\n\tpps := plugin.NewSet()\n\tpps.RegisterBuilder("web", new(web.Builder))\n\tif box.Here {\n\t\tpps.RegisterBuilder("box", new(box.Builder))\n\t}\n\tpps.Run()\n}\n',
	],
	'under another name where its own is taken': [
		'import (\n\t"example.org/packer-plugin-acme/provisioner/web"\n\t"github.com/hashicorp/packer-plugin-sdk/plugin"\n)\n\nfunc main() {\n\tpps := plugin.NewSet()\n\tpps.RegisterProvisioner("web", new(web.Provisioner))\n\tpps.Run()\n}\n',
		'import (\n\twebBuilder "example.org/packer-plugin-acme/builder/web"\n\t"example.org/packer-plugin-acme/provisioner/web"\n\t"github.com/hashicorp/packer-plugin-sdk/plugin"\n)\n\nfunc main() {\n\tpps := plugin.NewSet()\n\tpps.RegisterProvisioner("web", new(web.Provisioner))\n\tpps.RegisterBuilder("web", new(webBuilder.Builder))\n\tpps.Run()\n}\n',
	],
	'where another package registers them': [
		'import "example.org/packer-plugin-acme/internal/set"\n\nfunc main() { set.New().Run() }\n-- internal/set/set.go --\npackage set\n\nimport (\n\t"example.org/packer-plugin-acme/builder/box"\n\t"github.com/hashicorp/packer-plugin-sdk/plugin"\n)\n\nfunc New() *plugin.Set {\n\tpps := plugin.NewSet()\n\tpps.RegisterBuilder("box", new(box.Builder))\n\treturn pps\n}\n',
		'import "example.org/packer-plugin-acme/internal/set"\n\nfunc main() { set.New().Run() }\n-- internal/set/set.go --\npackage set\n\nimport (\n\t"example.org/packer-plugin-acme/builder/box"\n\t"example.org/packer-plugin-acme/builder/web"\n\t"github.com/hashicorp/packer-plugin-sdk/plugin"\n)\n\nfunc New() *plugin.Set {\n\tpps := plugin.NewSet()\n\tpps.RegisterBuilder("box", new(box.Builder))\n\tpps.RegisterBuilder("web", new(web.Builder))\n\treturn pps\n}\n',
	],
};

describe('scaffold: the registration of a component', () => {
	for (const [how, [before, after]] of Object.entries(mains))
		it(how, async () => {
			const files = (main: string) =>
				txtar(
					`-- go.mod --\nmodule example.org/packer-plugin-acme\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n-- main.go --\npackage main\n\n${main}`,
				);
			const db = plugin(files(before), await grammars());
			write(db, made(addComponent(db.get, 'builder', 'web')));
			for (const [path, wanted] of some(files(after))) assert.equal(db.get(text, path), wanted, path);
		});
});
