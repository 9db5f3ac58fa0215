import assert from 'node:assert/strict';
import { Database } from '../../server/src/facts/core/database';
import { readEditorSettings, settingsOf } from '../../server/src/lsp/editorSettings';
import { Client, plugin } from './support/client';

const severities = (client: Client) => [...client.diagnostics.values()].flat().map(({ severity, code }) => `${code} ${severity}`);

describe('settings over the protocol', () => {
	let client: Client | undefined;
	afterEach(() => client?.end());

	it('count from the start, and change without one', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE LAZY\n' }), { settings: { target: 'community', rules: { 'demo/lazy': 'info' } } });
		assert.deepEqual(severities(client), ['demo/safe 2', 'demo/lazy 3']);
		await client.configure({ rules: { 'demo/safe': 'off' } });
		assert.deepEqual(severities(client), ['demo/lazy 2']);
		assert.equal(client.told.at(-1)?.plugins[0]?.summary.suppressed, 1);
		await client.configure(null);
		assert.deepEqual(severities(client), ['demo/safe 1', 'demo/lazy 2']);
	});

	it('are taken from the message where the client cannot be asked', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE\n' }), { capabilities: {} });
		await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { packerReadiness: { rules: { 'demo/safe': 'info' } } } });
		await client.settled();
		assert.deepEqual(severities(client), ['demo/safe 3']);
	});

	it('give way to what the repository says, rule by rule', async () => {
		const settings = { target: 'community', rules: { 'demo/safe': 'info', 'demo/lazy': 'info' } };
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE LAZY\n', '.packer-readiness.yml': 'rules:\n  demo/lazy: error\n' }), { settings });
		assert.deepEqual(severities(client), ['demo/safe 3', 'demo/lazy 1']);
		await client.open('/w/p/.packer-readiness.yml');
		await client.type('/w/p/.packer-readiness.yml', '  demo/lazy: error', '  demo/safe: { severity: off, reason: because }');
		assert.deepEqual(severities(client), ['demo/lazy 3']);
		await client.type('/w/p/.packer-readiness.yml', 'rules', 'target: partner\nnothing');
		await client.configure({ target: 'community' });
		assert.deepEqual(severities(client), ['demo/safe 1', 'demo/lazy 2']);
	});

	it('keep their severity of a rule to which the repository gives options only', () => {
		const db = new Database();
		const said = (yaml: string) => {
			db.setFile('.packer-readiness.yml', { text: yaml });
			return settingsOf(db.get, { target: 'partner', rules: { 'license/not-mpl': { severity: 'off', reason: 'why' } } }, '2026-12-01').rules['license/not-mpl'];
		};
		const rule = 'rules:\n  license/not-mpl:\n';
		assert.deepEqual(said(`${rule}    options: { accepted: [MIT] }\n`), { severity: 'off', reason: 'why', options: { accepted: ['MIT'] } });
		assert.deepEqual(said(`${rule}    severity: info\n`), { severity: 'info' });
		assert.deepEqual(said(`${rule}    severity: off\n    options: { accepted: [MIT] }\n`), { severity: 'off', options: { accepted: ['MIT'] } });
		assert.deepEqual(said(''), { severity: 'off', reason: 'why' });
	});

	for (const value of [undefined, null, 1, 'x', [], { target: 7, rules: 'x' }, { target: 'nobody', rules: { a: 1, b: null, c: [], d: { severity: 'loud' } } }])
		it(`are as if nothing were said where they are ${JSON.stringify(value)}`, () =>
			assert.deepEqual(readEditorSettings(value), { target: 'partner', rules: {} }));

	it('take a reason', () =>
		assert.deepEqual(readEditorSettings({ rules: { a: { severity: 'off', reason: 'why' }, b: 'off', c: 'error' } }).rules, {
			a: { severity: 'off', reason: 'why' },
			b: { severity: 'off', reason: 'turned off in the settings of the editor' },
			c: { severity: 'error' },
		}));
});
