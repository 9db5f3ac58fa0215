import assert from 'node:assert/strict';
import { Database } from '../../server/src/facts/core/database';
import { grammars as grammarsInput } from '../../server/src/facts/core/inputs';
import { staleness, wanted } from '../../server/src/generate/staleness';
import { PluginFolder } from '../../server/src/workspace/folder';
import { MemoryFileSystem } from '../../server/src/workspace/memory';
import { Supplies } from '../../server/src/workspace/supply';
import { grammars } from '../support/grammars';

const files = {
	'/w/p/go.mod': 'module github.com/acme/packer-plugin-acme\n\nrequire (\n\tgithub.com/Acme/sdk v1.2.3\n\tgithub.com/hashicorp/packer-plugin-sdk v0.6.10\n)\n',
	'/w/p/b/config.go':
		'//go:generate packer-sdc mapstructure-to-hcl2 -type Config\n\npackage b\n\nimport "github.com/Acme/sdk/auth"\n\ntype Config struct {\n\tauth.Login `mapstructure:",squash"`\n}\n',
};
const auth = 'package auth\n\ntype Login struct {\n\tToken string `mapstructure:"token"`\n}\n';

async function made(more: Record<string, string>, moduleCache: string | undefined) {
	const fs = new MemoryFileSystem({ ...files, ...more });
	const db = new Database();
	db.set(grammarsInput, await grammars());
	const folder = new PluginFolder(fs, '/w/p', db);
	await folder.load();
	const supplies = new Supplies(fs, moduleCache);
	await supplies.hand(folder, wanted);
	const { files: generated, unknown } = db.get(staleness);
	return { supplies, folder, unknown, expected: generated.map(file => file.segments.join('')).join('') };
}

describe('what facts want of other modules', () => {
	it('is taken from the module cache, at the version in go.mod, as the cache spells it', async () => {
		const { expected, unknown } = await made({ '/go/mod/github.com/!acme/sdk@v1.2.3/auth/login.go': auth }, '/go/mod');
		assert.deepEqual(unknown, []);
		assert.match(expected, /Token\s+\*string\s+`mapstructure:"token"/);
	});

	it('is nothing where asking fails, which the rules report', async () => {
		const { folder, supplies } = await made({}, undefined);
		const broken = () => {
			throw new Error('a bug');
		};
		assert.deepEqual(supplies.missing(folder, broken), []);
		await supplies.hand(folder, broken);
	});

	it('is taken from vendor first', async () => {
		const vendored = auth.replaceAll('token', 'key').replaceAll('Token', 'Key');
		const more = { '/go/mod/github.com/!acme/sdk@v1.2.3/auth/login.go': auth, '/w/p/vendor/github.com/Acme/sdk/auth/login.go': vendored };
		assert.match((await made(more, '/go/mod')).expected, /Key\s+\*string/);
		assert.match((await made(more, undefined)).expected, /Key\s+\*string/);
	});

	it('stays unknown, with the name, where it is nowhere, and is not looked for again', async () => {
		const { unknown, supplies, folder, expected } = await made({}, '/go/mod');
		assert.equal(expected, '');
		assert.match(unknown.map(u => JSON.stringify(u)).join(), /auth\.Login/);
		assert.deepEqual(supplies.missing(folder, wanted), []);
	});

	it('is not looked for outside of vendor and the module cache, whatever an import says', async () => {
		const source = (files['/w/p/b/config.go'] as string).replace('github.com/Acme/sdk/auth', 'github.com/Acme/sdk/../../../secret');
		const looked: string[] = [];
		const fs = new MemoryFileSystem({ ...files, '/w/p/b/config.go': source.replace('auth.Login', 'secret.Login') });
		const list = fs.list.bind(fs);
		fs.list = path => {
			looked.push(path);
			return list(path);
		};
		const folder = new PluginFolder(fs, '/w/p', new Database());
		await folder.load();
		const [first] = folder.db.get(wanted);
		assert.equal(first?.key, 'github.com/Acme/sdk/../../../secret');
		await new Supplies(fs, '/go/mod').hand(folder, wanted);
		assert.deepEqual(
			looked.filter(path => path.includes('..')),
			[],
		);
	});
});
