import assert from 'node:assert/strict';
import { license, licenses } from '../../server/src/facts/license/license';
import { binaries } from '../../server/src/facts/repo/binaries';
import { wrongExamples } from '../../server/src/facts/repo/exampleSources';
import { lostTag } from '../../server/src/facts/repo/tags';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { txtar } from '../support/txtar';

const module = '-- go.mod --\nmodule github.com/acme/packer-plugin-acme\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n';

describe('facts/repo', () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});
	const open = (files: string) => plugin(txtar(module + files), loaded);

	it('the license files at the root, those that most tools look at first', () => {
		const mpl = 'Mozilla Public License Version 2.0';
		const paths = (...names: readonly string[]) =>
			open(names.map(name => `-- ${name} --\n${mpl}\n`).join(''))
				.get(licenses)
				.map(({ path }) => path);
		assert.deepEqual(paths('COPYING', 'LICENSE-MPL', 'LICENSE.md', 'LICENSE'), ['LICENSE', 'LICENSE.md', 'LICENSE-MPL', 'COPYING']);
		const british = ['li', 'en', 'e'].join('c');
		assert.deepEqual(paths('COPYING.txt', `${british}_mpl`, `${british}.txt`, british), [british, `${british}.txt`, `${british}_mpl`, 'COPYING.txt']);
		for (const other of ['license.go', 'license.v1.go', 'LICENSE.yml', 'license.yaml', 'license_test.json', 'MY-LICENSE', 'LICENSES', 'docs/LICENSE'])
			assert.deepEqual(paths(other), [], other);
		assert.deepEqual(paths('LICENSE.golang'), ['LICENSE.golang']);
		const chosen = (files: string) => open(files).get(license);
		assert.equal(chosen(''), undefined);
		assert.deepEqual(chosen('-- LICENSE --\nAll rights reserved.\n'), { path: 'LICENSE', read: true });
		const apache = '-- LICENSE --\nApache License, Version 2.0\n';
		assert.deepEqual(chosen(`${apache}-- LICENSE-MPL --\n${mpl}\n`), { path: 'LICENSE-MPL', read: true, id: 'MPL-2.0' });
		assert.deepEqual(chosen(`${apache}-- COPYING --\nAll rights reserved.\n`), { path: 'LICENSE', read: true, id: 'Apache-2.0' });
	});

	it('the built plugins at the root, which .gitignore does not exclude', () => {
		const found = (...names: readonly string[]) => open(names.map(name => `-- ${name} --\n`).join('')).get(binaries);
		const built = [
			'packer-plugin-acme',
			'packer-plugin-acme.exe',
			'packer-plugin-acme_v1.2.3',
			'packer-plugin-acme_v1.2.3_x5.0_linux_amd64',
			'packer-plugin-a_v10.0.exe',
		];
		for (const name of built) assert.deepEqual(found(name), [name], name);
		for (const name of [
			'my-packer-plugin-acme',
			'packer-plugin-',
			'packer-plugin-acme.zip',
			'packer-plugin-acme_v.zip',
			'packer-plugin-acme.exe.md',
			'bin/packer-plugin-acme',
		])
			assert.deepEqual(found(name), [], name);
		assert.deepEqual(open('-- packer-plugin-acme --\n-- .gitignore --\n/packer-plugin-acme\n').get(binaries), []);
	});

	it('a tag is lost where Packer looks for another that says the same version', () => {
		const lost = (tags: string, more = '') => open(`-- repository --\norigin: acme/packer-plugin-acme\n${more}tags: ${tags}\n`).get(lostTag)?.wanted;
		for (const [tags, wanted] of Object.entries({
			'1.0.0': 'v1.0.0',
			'V1.0.0': 'v1.0.0',
			'v1.0': 'v1.0.0',
			'1.2': 'v1.2.0',
			'v01.0.0': 'v1.0.0',
			'1.0.0 1.10.0 1.9.0': 'v1.10.0',
			'v1.0.0 1.0.1': 'v1.0.1',
			'v1.0.0 2.0.0': 'v2.0.0',
			'v9.0.0 10.0.0': 'v10.0.0',
			'v1.0.0 v1.1.0 1.0.5 1.2.0': 'v1.2.0',
		}))
			assert.equal(lost(tags), wanted, tags);
		for (const tags of [
			'v1.0.0',
			'v1.0.0 0.9.0',
			'v1.0.0 1.0.0',
			'v1.0.0 3.0.0',
			'v1.0.0 2026.01.05',
			'x1.0.0',
			'1',
			'1.0.0.0',
			'1.0.0-rc1',
			'1.0.0+1',
			'release-1.0.0',
			'1234567.0.0',
		])
			assert.equal(lost(tags), undefined, tags);
		assert.equal(lost('1.0.0', 'subdirectory: plugin\n'), undefined);
	});

	it('a source of an example is wrong where it means this plugin and Packer does not read it so', () => {
		const template = (path: string, source: string) =>
			`-- ${path} --\npacker {\n  required_plugins {\n    acme = {\n      version = ">= 1.0.0"\n      source  = "${source}"\n    }\n  }\n}\n`;
		const wrong = (files: string) =>
			open(`-- repository --\norigin: acme/packer-plugin-acme\n${files}`)
				.get(wrongExamples)
				.map(one => one.wrong);
		for (const [source, expected] of Object.entries({
			'http://github.com/acme/acme': 'scheme',
			'https://github.com/acme/acme': 'scheme',
			'https://github.com/acme/packer-plugin-acme': 'scheme',
			'github.com/acme/packer-plugin-acme': 'prefix',
			'github.com/other/acme': 'other',
			'GitHub.com/Other/ACME': 'other',
		}))
			assert.deepEqual(wrong(template('example/a.pkr.hcl', source)), [expected], source);
		for (const source of [
			'github.com/acme/acme',
			'GitHub.com/ACME/Acme',
			'github.com/other/box',
			'github.com/other/packer-plugin-box',
			'example.com/acme/acme',
			'github.com/acme/more/acme',
			'git@github.com/acme/acme',
			'acme/acme/',
			'acme',
		])
			assert.deepEqual(wrong(template('example/a.pkr.hcl', source)), [], source);
		for (const path of ['example/a.hcl', 'vendor/a/b.pkr.hcl', 'docs/a.pkr.hcl']) assert.deepEqual(wrong(template(path, 'github.com/other/acme')), [], path);
		for (const text of [
			'terraform {\n  required_plugins {\n    acme = {\n      source = "github.com/other/acme"\n    }\n  }\n}\n',
			'packer {\n  required_providers {\n    acme = {\n      source = "github.com/other/acme"\n    }\n  }\n  required_plugins {}\n}\n',
			'packer {\n  required_plugins {\n    acme = "github.com/other/acme"\n  }\n}\n',
			'packer {\n  required_plugins {\n    acme = {\n      from = "github.com/other/acme"\n    }\n  }\n}\n',
		])
			assert.deepEqual(wrong(`-- a.pkr.hcl --\n${text}`), [], text);
	});
});
