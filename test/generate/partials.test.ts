import assert from 'node:assert/strict';
import { generation } from '../../server/src/generate/command';
import { expectedPartials } from '../../server/src/generate/markdown/partials';
import { partialStaleness } from '../../server/src/generate/stale/documents';
import { plugin } from './plugin';

const gomod = 'module github.com/acme/packer-plugin-acme\n\ngo 1.24\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n';
const source = (fields: string, before = '') => `//go:generate packer-sdc struct-markdown\n\npackage vm\n\n${before}type Config struct {\n${fields}}\n`;
const made = async (text: string, path = 'vm/config.go') => (await plugin({ 'go.mod': gomod, [path]: text })).get(expectedPartials, path);

describe('partials of bad input', () => {
	it('a tag in double quotes, at whose backslashes packer-sdc stops', async () => {
		const partials = await made(source('\tA string "mapstructure:\\"a\\""\n'));
		assert.deepEqual(partials?.partials, []);
		assert.match(partials?.unknown?.message ?? '', /stops/);
	});

	it('an empty declaration, at which it crashes', async () => {
		const partials = await made(source('\tA string `mapstructure:"a"`\n', 'import ()\n\n'));
		assert.deepEqual(partials?.partials, []);
		assert.match(partials?.unknown?.message ?? '', /crashes/);
	});

	it('an escape in a tag that is not followed', async () =>
		assert.match((await made(source('\tA string `mapstructure:"a" json:"\\t"`\n')))?.unknown?.message ?? '', /escape/));
});

describe('partials', () => {
	it('are the same after a checkout with other line ends, also where a type has several lines', async () => {
		const text = source('\tA func(a int,\n\t\tb int) `mapstructure:"a"`\n').replaceAll('\n', '\r\n');
		const db = await plugin({ 'go.mod': gomod, 'vm/config.go': text });
		const [write] = generation(db.get).writes;
		assert.ok(write?.text.includes('(func(a int,\r\n'));
		db.setFile(write?.path ?? '', { text: write?.text ?? '' });
		assert.deepEqual(generation(db.get).writes, []);
	});

	it('have comments without the carriage returns in them', async () =>
		assert.match((await made(source('\t// a\rb\n\tA string `mapstructure:"a"`\n')))?.partials[0]?.text ?? '', / - ab\n/));

	it('of a file for some platforms are held to what is there, and not asked for', async () => {
		const path = 'vm/config_windows.go';
		const db = await plugin({ 'go.mod': gomod, [path]: source('\tA string `mapstructure:"a"`\n') });
		assert.deepEqual(db.get(partialStaleness, path).files, []);
		db.setFile('docs-partials/vm/Config-not-required.mdx', { text: 'old\n' });
		assert.deepEqual(
			db.get(partialStaleness, path).files.map(({ state }) => state),
			['stale'],
		);
	});
});
