import assert from 'node:assert/strict';
import { Client, plugin } from './support/client';

describe('hovers over the protocol', () => {
	let client: Client;
	afterEach(() => client.end());

	const link = 'https://github.com/packer-plugin-readiness/packer-plugin-readiness/blob/main/server/src/rules/demo/safe/README.md';

	it('give the opening of the page of a finding', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'x\nx SAFE x\n' }));
		await client.open('/w/p/a.md');
		assert.deepEqual(await client.hover('/w/p/a.md', 1, 3), {
			contents: { kind: 'markdown', value: `**No file says SAFE.**\n\nBecause of the safe test,\nand \`code\`.\n\n[demo/safe](${link})` },
			range: { start: { line: 1, character: 2 }, end: { line: 1, character: 6 } },
		});
		assert.equal(await client.hover('/w/p/a.md', 0, 0), null);
		assert.equal(await client.hover('/w/p/a.md', 99, 99), null);
	});

	it('link to the page in the editor where that has our extension', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE\n' }), { extension: true });
		await client.open('/w/p/a.md');
		const { contents } = (await client.hover('/w/p/a.md', 0, 0)) as { contents: { value: string } };
		assert.match(contents.value, /\[demo\/safe\]\(command:packerReadiness\.explainRule\?%5B%22demo%2Fsafe%22%5D\)$/);
	});

	it('are plain text for clients that show no Markdown', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE\n' }), { capabilities: {} });
		await client.open('/w/p/a.md');
		assert.deepEqual((await client.hover('/w/p/a.md', 0, 0))?.contents, {
			kind: 'plaintext',
			value: `No file says SAFE.\n\nBecause of the safe test,\nand \`code\`.\n\ndemo/safe: ${link}`,
		});
	});

	it('give the address alone where the pages cannot be read', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE\n' }), { environment: { pages: () => Promise.reject(new Error('no pages')) } });
		await client.open('/w/p/a.md');
		assert.deepEqual((await client.hover('/w/p/a.md', 0, 0))?.contents, { kind: 'markdown', value: `[demo/safe](${link})` });
	});
});
