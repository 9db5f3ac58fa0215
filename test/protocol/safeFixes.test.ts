import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { defineRule } from '../../server/src/engine/rule';
import { text } from '../../server/src/facts/core/files';
import { generation } from '../../server/src/generate/command';
import * as protocol from '../../server/src/protocol';
import { safeFixes } from '../../server/src/safeFixes';
import { create, replace } from '../../server/src/text/edit';
import { MemoryFileSystem } from '../../server/src/workspace/memory';
import { Client, plugin } from './support/client';
import { rules as demo } from './support/rules';

const uri = 'file:///w/p';
const config = 'builder/vm/config.go';
const spec = 'builder/vm/config.hcl2spec.go';
const source = [
	'package vm',
	'',
	'//go:generate packer-sdc mapstructure-to-hcl2 -type Config',
	'',
	'type Config struct {',
	'\tSize int `mapstructure:"size"`',
	'}',
	'',
].join('\n');

/** A rule whose safe fix makes a generated file stale, and one about stale files. */
const rules = {
	...demo,
	'demo/type': defineRule({
		inBroken: true,
		item: 'develop-and-test',
		source: 'https://example.com',
		summary: 'Sizes are strings',
		title: 'Size of wrong type',
		severity: 'warning',
		messages: { found: 'Size is an int.' },
		*check(read) {
			const from = (read(text, config) ?? '').indexOf('int `');
			const at = { path: config, from, to: from + 3 };
			if (from >= 0) yield { at, message: 'found', fix: { title: 'Make it a string', kind: 'safe', edits: [replace(at, 'string')] } };
		},
	}),
	'demo/stale': defineRule({
		inBroken: true,
		stale: true,
		item: 'develop-and-test',
		source: 'https://example.com',
		summary: 'No file says STALE',
		title: 'Word STALE',
		severity: 'warning',
		messages: { found: 'This says STALE.' },
		*check(read) {
			const from = (read(text, 'a.md') ?? '').indexOf('STALE');
			if (from >= 0) yield { at: { path: 'a.md', from, to: from + 5 }, message: 'found' };
		},
	}),
};

describe('all safe fixes over the protocol', () => {
	let client: Client;
	afterEach(() => client.end());
	const ask = (about = uri) => client.connection.sendRequest<protocol.SafeFixesAnswer>(protocol.safeFixes, { uri: about });
	const start = (files: Readonly<Record<string, string>>) => {
		const services: NonNullable<Parameters<typeof Client.start>[1]>['environment'] = {
			rules,
			services: {
				safeFixes: (state, path) => safeFixes(rules, { fs: new MemoryFileSystem({}) }, state, path),
				generate: ({ read }) => {
					const { writes } = generation(read);
					return { edits: writes.map(one => create(one.path, one.text, { overwrite: true })), files: [], notes: [] };
				},
			},
		};
		return Client.start(plugin('/w/p', files), { environment: services });
	};

	it('are those of a plugin, or of one file, with their number and that of the files', async () => {
		client = await start({ 'a.md': 'SAFE LAZY SAFE\n', 'b.md': 'SAFE\n' });
		const { edit, ...of } = await ask(`${uri}/b.md`);
		assert.deepEqual(of, { fixes: 1, files: 1, regenerated: [], executables: [] });
		const all = await ask();
		assert.deepEqual([all.fixes, all.files], [3, 2]);
		await client.apply(edit as WorkspaceEdit);
		assert.deepEqual([client.disk('/w/p/a.md'), client.disk('/w/p/b.md')], ['SAFE LAZY SAFE\n', 'done\n']);
		await client.apply((await ask()).edit as WorkspaceEdit);
		assert.equal(client.disk('/w/p/a.md'), 'done LAZY done\n');
		assert.deepEqual(await ask(), { edit: null, fixes: 0, files: 0, regenerated: [], executables: [] });
	});

	it('touch only the lines that they change', async () => {
		client = await start({ 'a.md': 'first\r\nSAFE\r\nmiddle\r\nSAFE\r\nlast\r\n' });
		const { edit } = await ask();
		const [change] = (edit as WorkspaceEdit).documentChanges ?? [];
		assert.ok(change && 'edits' in change);
		assert.deepEqual(
			change.edits.map(one => ('newText' in one ? [one.range.start.line, one.range.end.line, one.newText] : [])),
			[
				[1, 2, 'done\r\n'],
				[3, 4, 'done\r\n'],
			],
		);
	});

	it('generate anew what they make stale, in the same edit', async () => {
		client = await start({ [config]: source });
		const generated = await client.connection.sendRequest<protocol.GenerateAnswer>(protocol.generate, { uri });
		await client.apply(generated.edit as WorkspaceEdit);
		assert.match(client.disk(`/w/p/${spec}`), /Size \*int/);
		const { edit, ...of } = await ask();
		assert.deepEqual(of, { fixes: 1, files: 1, regenerated: [spec], executables: [] });
		await client.apply(edit as WorkspaceEdit);
		assert.match(client.disk(`/w/p/${config}`), /Size string/);
		assert.match(client.disk(`/w/p/${spec}`), /Size \*string/);
		assert.equal((await client.connection.sendRequest<protocol.GenerateAnswer>(protocol.generate, { uri })).edit, null);
	});

	it('leave alone what was stale before, which may be on purpose', async () => {
		client = await start({ [config]: source.replace('Size int', 'Size string'), [spec]: '// mine\npackage vm\n', 'a.md': 'SAFE\n' });
		assert.deepEqual((await ask()).regenerated, []);
	});

	it('have beside them, on each finding about a stale file, the action that regenerates all of several', async () => {
		const other = 'builder/other/config.go';
		client = await start({ [config]: source, [other]: source, 'a.md': 'STALE PLAIN\n' });
		await client.open('/w/p/a.md');
		const [all] = (await client.actions('/w/p/a.md', 'STALE')).filter(({ title }) => title === 'Regenerate all stale files');
		assert.ok(all);
		await client.apply((await client.resolve(all)).edit);
		assert.match(client.disk(`/w/p/${spec}`), /FlatConfig/);
		assert.match(client.disk('/w/p/builder/other/config.hcl2spec.go'), /FlatConfig/);
		assert.deepEqual(
			(await client.actions('/w/p/a.md', 'STALE')).filter(({ title }) => title.startsWith('Regenerate')),
			[],
			'nothing is stale any more',
		);
	});

	it('have it also beside a finding without a fix where one file alone is stale', async () => {
		client = await start({ [config]: source, 'a.md': 'STALE\n' });
		await client.open('/w/p/a.md');
		const [one] = (await client.actions('/w/p/a.md', 'STALE')).filter(({ title }) => title === 'Regenerate all stale files');
		assert.ok(one);
		await client.apply((await client.resolve(one)).edit);
		assert.match(client.disk(`/w/p/${spec}`), /FlatConfig/);
	});
});
