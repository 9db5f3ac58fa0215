import assert from 'node:assert/strict';
import { defineRule } from '../../server/src/engine/rule';
import type { Fact } from '../../server/src/facts/core/database';
import { text } from '../../server/src/facts/core/files';
import { uriOf } from '../../server/src/lsp/uris';
import { MemoryFileSystem } from '../../server/src/workspace/memory';
import { Client, plugin } from './support/client';

describe('the server', () => {
	let client: Client;
	afterEach(() => client.end());
	const alive = async () => {
		await client.write({ '/w/p/alive.md': 'SAFE\n' });
		assert.ok(client.marked.includes('/w/p/alive.md'));
		await client.write({ '/w/p/alive.md': 'fine\n' });
		assert.ok(!client.marked.includes('/w/p/alive.md'));
		assert.ok(!client.logged.includes('POPUP'));
	};

	const garbage = [
		undefined,
		null,
		7,
		'x',
		[],
		{},
		{ textDocument: null },
		{ textDocument: {} },
		{ textDocument: { uri: 7 } },
		{ textDocument: { uri: 'file:///w/p/main.go' } },
		{ textDocument: { uri: 'file:///w/p/main.go', version: 'x', text: 7 }, contentChanges: 'x' },
		{ textDocument: { uri: '%%%' }, position: null, range: {}, context: null },
		{ changes: [null, { uri: null }, { uri: 'file:///%', type: 99 }] },
		{ event: null },
		{ event: { added: [{ uri: 'x' }], removed: [{}] } },
		{ uri: 'file:///w/p', recorded: 7 },
		{ uri: 'file:///w/p', recorded: { ticks: 1, rounds: [null, 1, {}], run: 'x' } },
		{ settings: 7 },
	];
	const notifications = [
		'textDocument/didOpen',
		'textDocument/didChange',
		'textDocument/didClose',
		'textDocument/didSave',
		'workspace/didChangeWatchedFiles',
		'workspace/didChangeWorkspaceFolders',
		'workspace/didChangeConfiguration',
		'packerReadiness/recordedChanged',
		'$/cancelRequest',
		'$/setTrace',
		'window/workDoneProgress/cancel',
		'no/such',
	];
	const requests = [
		'textDocument/codeAction',
		'codeAction/resolve',
		'textDocument/hover',
		'workspace/executeCommand',
		'packerReadiness/explainRule',
		'packerReadiness/safeFixes',
		'packerReadiness/draft',
		'packerReadiness/exportReport',
		'packerReadiness/scaffold',
		'packerReadiness/generate',
		'no/such',
	];

	for (const method of notifications)
		it(`survives nonsense in ${method}`, async () => {
			client = await Client.start(plugin('/w/p'));
			await client.open('/w/p/main.go');
			for (const params of garbage) await client.connection.sendNotification(method, params as object);
			await alive();
		});

	for (const method of requests)
		it(`answers or refuses nonsense in ${method}`, async () => {
			client = await Client.start(plugin('/w/p'));
			await client.open('/w/p/main.go');
			for (const params of garbage) await client.connection.sendRequest(method, params as object).catch(() => {});
			await alive();
		});

	it('survives edits that do not fit the document', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'x\n' }));
		await client.open('/w/p/a.md');
		const change = (contentChanges: unknown) =>
			client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: uriOf('/w/p/a.md'), version: 2 }, contentChanges });
		await change([{ range: { start: { line: -5, character: 99 }, end: { line: 999, character: -1 } }, text: 'y' }]);
		await change([{ range: null, text: null }]);
		await change([{ range: { start: {}, end: {} } }]);
		await change([{ text: 'SAFE\n' }]);
		await client.settled();
		assert.deepEqual(client.shown('/w/p/a.md'), ['0:0-4 demo/safe']);
		await alive();
	});

	it('skips documents that are not files', async () => {
		client = await Client.start(plugin('/w/p'));
		for (const uri of ['untitled:Untitled-1', 'git:/w/p/main.go?x', 'vscode-remote://ssh/w/p/main.go', 'http://x/main.go', '', 'main.go'])
			await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'go', version: 1, text: 'SAFE' } });
		await client.settled();
		assert.deepEqual([client.marked, client.logged], [[], []]);
	});

	it('says once, and in the log, which files cannot be read and which rules broke', async () => {
		client = await Client.start(
			plugin('/w/p', { 'a.md': new Error('permission denied'), 'b.go': new Uint8Array([0x70, 0xe9]), 'c.md': 'BROKEN SAFE\n', 'd.md': 'x\n' }),
		);
		const troubles = [
			'Rule demo/broken failed: on purpose. Report this bug at https://github.com/packer-plugin-readiness/packer-plugin-readiness/issues.',
			'a.md could not be read: permission denied.',
			'b.go could not be read: it is not UTF-8.',
		];
		assert.deepEqual(
			client.logged,
			troubles.map(trouble => `/w/p: ${trouble}`),
		);
		assert.deepEqual(client.told.at(-1)?.plugins[0]?.troubles, troubles);
		assert.equal(client.told.at(-1)?.plugins[0]?.summary.ready, false);
		assert.deepEqual(client.shown('/w/p/c.md'), ['0:7-11 demo/safe']);
		await client.open('/w/p/d.md');
		await client.type('/w/p/d.md', 'x', 'SAFE');
		assert.equal(client.logged.length, 3);
	});

	it('counts a file again that can be read now', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': new Error('permission denied') }));
		await client.write({ '/w/p/a.md': 'SAFE\n' });
		assert.deepEqual([client.marked, client.told.at(-1)?.plugins[0]?.troubles], [['/w/p/a.md'], []]);
	});

	it('goes on where a folder of the workspace cannot be listed', async () => {
		const fs = new MemoryFileSystem(plugin('/w/p', { 'a.md': 'SAFE\n' }));
		const list = fs.list.bind(fs);
		fs.list = directory => (directory === '/locked' ? Promise.reject(new Error('permission denied')) : list(directory));
		client = await Client.start({}, { folders: ['/locked', '/w'], environment: { fs } });
		assert.deepEqual(client.marked, ['/w/p/a.md']);
	});

	it('refuses with the reason where the parsers are missing', async () => {
		client = new Client({}, { grammars: () => Promise.reject(new Error('there is no such file')) });
		await client.initialize();
		await assert.rejects(client.connection.sendRequest('packerReadiness/safeFixes', { uri: 'file:///w' }), /could not start: there is no such file/);
		await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: 'file:///w/a.go', version: 1, text: '' } });
		await assert.rejects(client.connection.sendRequest('textDocument/hover', { textDocument: { uri: 'file:///w/a.go' }, position: { line: 0, character: 0 } }));
		assert.equal(client.logged.length, 1);
	});

	it('takes a generated file of 10 MB, opened and edited', async () => {
		const line = 'var x = "some generated data that nobody reads"\n';
		const big = `package p\n${line.repeat(10_000_000 / line.length)}// SAFE\n`;
		client = await Client.start(plugin('/w/p', { 'big.go': big }));
		await client.open('/w/p/big.go');
		await client.type('/w/p/big.go', 'SAFE', 'x SAFE');
		assert.deepEqual(client.shown('/w/p/big.go'), [`${big.split('\n').length - 2}:5-9 demo/safe`]);
	});

	it('works out after an edit what reads that file, and keeps nothing of two hundred edits', async () => {
		const others = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`b${i}.go`, 'package p\n']));
		client = await Client.start(plugin('/w/p', { 'a.go': 'package p\n\nvar x = 1000\n', ...others }));
		await client.open('/w/p/a.go');
		const cells = new Set(client.computed);
		const edits = async (from: number, to: number) => {
			const before = client.computed.length;
			for (let i = 1000 + from; i < 1000 + to; i++) await client.sendEdit('/w/p/a.go', `x = ${i}`, `x = ${i + 1}`); // of one length: nothing moves
			await client.settled();
			return client.computed.slice(before);
		};
		const one = await edits(0, 1);
		const known = cells.size;
		assert.ok(!one.some(name => /\(b\d+\.go\)/.test(name)), 'no other file is looked at');
		assert.deepEqual(await edits(1, 2), one, 'the next edit costs the same');
		const many = await edits(2, 200);
		assert.ok(many.length <= 198 * one.length);
		for (const cell of many) cells.add(cell);
		assert.equal(cells.size, known, 'no fact is known that was not before');
	});

	it('keeps what a name needed for a while only, once it is gone', async () => {
		const named: Fact<number, string> = (_, name) => name.length;
		const rule = defineRule({
			summary: 'Every name has a length',
			title: 'Name without length',
			severity: 'info',
			item: 'develop-and-test',
			source: 'https://example.com',
			messages: { found: '' },
			*check(read) {
				for (const name of read(text, 'a.md')?.split(' ') ?? []) if (read(named, name) === 0) yield { at: { path: 'a.md' }, message: 'found' as const };
			},
		});
		const names = (edit: number) => Array.from({ length: 10 }, (_, i) => `edit${edit}name${i}`).join(' ');
		client = await Client.start(plugin('/w/p', { 'a.md': names(0) }), { environment: { rules: { 'demo/names': rule } } });
		await client.open('/w/p/a.md');
		const again = async (edit: number, times: number) => {
			for (let i = 0; i < times; i++) await client.type('/w/p/a.md', names(edit + i), names(edit + i + 1));
			const before = client.computed.length;
			await client.type('/w/p/a.md', names(edit + times), names(0));
			return client.computed.slice(before).filter(name => name.startsWith('named')).length;
		};
		assert.equal(await again(0, 3), 0, 'what was there three edits ago is known');
		assert.equal(await again(0, 60), 10, 'what was there sixty edits ago is not');
	});

	it('forgets documents that are closed and plugins that are gone', async () => {
		client = await Client.start({ ...plugin('/a', { 'a.md': 'SAFE\n' }), ...plugin('/b', { 'b.md': 'SAFE\n' }) }, { folders: ['/a', '/b'] });
		for (let i = 0; i < 20; i++) {
			await client.open('/a/a.md', `SAFE ${i}`);
			await client.close('/a/a.md');
			await client.setFolders([], ['/b']);
			await client.setFolders(['/b'], []);
		}
		assert.deepEqual(client.marked, ['/a/a.md', '/b/b.md']);
		const before = client.computed.length;
		await client.open('/b/b.md', 'LAZY\n');
		assert.ok(client.computed.length - before < 30, 'one plugin is checked once');
	});

	it('lets messages through while a large plugin is checked', async () => {
		let now = 0;
		const pace = {
			now: () => (now += 5),
			breathe: () => new Promise<void>(resolve => setImmediate(resolve)),
			after: (ms: number, callback: () => void) => {
				if (ms <= 1000) setImmediate(callback);
				return () => {};
			},
		};
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE\n' }), { environment: { pace } });
		await alive();
	});
});
