import assert from 'node:assert/strict';
import { uriOf } from '../../server/src/lsp/uris';
import { some } from '../support/some';
import { Client, plugin } from './support/client';
import { steppingPace } from './support/pace';

describe('the document that is edited', () => {
	let client: Client;
	afterEach(() => client.end());

	const start = async (files: Parameters<typeof plugin>[1], open: string) => {
		client = await Client.start(plugin('/w/p', files), { environment: { pace: steppingPace(10) } });
		await client.open(open);
	};
	/** What was published since: the file, the version of its document, and what is shown of it. */
	const since = (before: number) =>
		client.published
			.slice(before)
			.map(({ uri, version, diagnostics }) => [
				uri.slice(uriOf('/w/p/').length),
				version,
				diagnostics.map(({ range: { start }, code }) => `${start.line}:${start.character} ${code}`),
			]);

	it('is shown anew before the other rules have run, which add to it', async () => {
		await start({ 'a.md': 'SAFE\n', 'b.md': 'PLAIN\n' }, '/w/p/a.md');
		const before = client.published.length;
		await client.type('/w/p/a.md', 'SAFE', 'MISSING\nLAZY SAFE');
		assert.deepEqual(since(before), [
			['a.md', 2, ['1:5 demo/safe']],
			['a.md', 2, ['1:0 demo/lazy', '1:5 demo/safe']],
			['go.mod', undefined, ['0:0 demo/missing']],
		]);
	});

	it('loses nothing that is still found, and what is gone at once', async () => {
		await start({ 'a.md': 'SAFE LAZY PLAIN\n' }, '/w/p/a.md');
		const before = client.published.length;
		await client.type('/w/p/a.md', 'LAZY', '\nlate');
		assert.deepEqual(since(before), [['a.md', 2, ['0:0 demo/safe', '1:5 demo/plain']]]);
		await client.type('/w/p/a.md', 'SAFE \nlate PLAIN', 'FILES');
		assert.deepEqual(since(before).slice(1), [
			['a.md', 3, []],
			['a.md', 3, ['0:0 demo/files']],
		]);
	});

	it('keeps what rules say of a file that is not there, where that is shown in it', async () => {
		await start({ 'a.md': 'MISSING\n' }, '/w/p/go.mod');
		const before = client.published.length;
		await client.type('/w/p/go.mod', 'go 1.24', '// SAFE\n\ngo 1.24');
		assert.deepEqual(since(before), [
			['go.mod', 2, ['0:0 demo/missing']],
			['go.mod', 2, ['2:3 demo/safe', '0:0 demo/missing']],
		]);
	});

	it('is not shown twice where nothing else is to be told of it', async () => {
		await start({ 'a.md': 'SAFE\n' }, '/w/p/a.md');
		const before = client.published.length;
		await client.type('/w/p/a.md', 'SAFE', '\nSAFE');
		assert.deepEqual(since(before), [['a.md', 2, ['1:0 demo/safe']]]);
	});

	it('is never shown as it was before, however fast one types', async () => {
		await start({ 'a.md': 'SAFE LAZY\n' }, '/w/p/a.md');
		const before = client.published.length;
		for (let i = 0; i < 40; i++) {
			await client.sendEdit('/w/p/a.md', 'SAFE', '\nSAFE');
			for (let turn = 0; turn < i % 9; turn++) await new Promise(resolve => setImmediate(resolve));
		}
		await client.settled();
		const sent = client.published.slice(before);
		assert.ok(sent.length > 2, 'checks came to what is shown first');
		for (const { version, diagnostics } of some(sent))
			assert.deepEqual(
				diagnostics.map(({ range, code }) => [range.start.line, code]),
				[
					[(version ?? 0) - 1, 'demo/safe'],
					[(version ?? 0) - 1, 'demo/lazy'],
				],
			);
	});

	it('is shown with the report where that takes no longer', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE\n' }), { environment: { pace: steppingPace(0) } });
		await client.open('/w/p/a.md');
		const before = client.published.length;
		await client.type('/w/p/a.md', 'SAFE', 'LAZY SAFE');
		assert.deepEqual(since(before), [['a.md', 2, ['0:0 demo/lazy', '0:5 demo/safe']]]);
	});
});
