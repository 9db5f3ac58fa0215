import assert from 'node:assert/strict';
import { type CancellationToken, CancellationTokenSource, type CodeAction, LSPErrorCodes, type TextDocumentEdit } from 'vscode-languageserver';
import { uriOf } from '../../server/src/lsp/uris';
import { listRules, recordedChanged, type SafeFixesAnswer, safeFixes } from '../../server/src/protocol';
import { Client, type Options, plugin } from './support/client';
import { heldPace } from './support/pace';
import { rules } from './support/rules';

/** The code with which the server refuses a request. */
const refusal = (request: Promise<unknown>) =>
	request.then(
		answer => assert.fail(`answered: ${JSON.stringify(answer)}`),
		(error: { code: number }) => error.code,
	);

/** The line on which an edit begins. */
const lineOf = (action: CodeAction | undefined) => (action?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined)?.edits[0]?.range.start.line;

describe('a request', () => {
	let client: Client;
	let gate: ReturnType<typeof heldPace>;
	afterEach(() => client.end());

	const start = async (text: string, environment: Options['environment'] = {}) => {
		gate = heldPace();
		client = await Client.start(plugin('/w/p', { 'a.md': text }), { environment: { pace: gate.pace, ...environment } });
		await client.open('/w/p/a.md');
	};
	/** Resolves when the server has taken in all that was sent, whether or not it has checked it. */
	const takenIn = () => client.connection.sendRequest(listRules);
	const ran = (since: number) => client.computed.slice(since).filter(name => name.startsWith('rule '));

	it('is answered from the last report where nothing has changed since: no fact is worked out', async () => {
		await start('SAFE\n');
		gate.hold();
		const before = client.computed.length;
		assert.equal(lineOf((await client.actions('/w/p/a.md', 'SAFE'))[0]), 0);
		assert.notEqual(await client.hover('/w/p/a.md', 0, 1), null);
		assert.notEqual(await client.connection.sendRequest(safeFixes, { uri: uriOf('/w/p') }), null);
		assert.deepEqual(client.computed.slice(before), []);
	});

	it('waits for the check that an edit made due, and is answered for the text as it is then', async () => {
		await start('SAFE\n');
		gate.hold();
		const before = client.computed.length;
		await client.sendEdit('/w/p/a.md', 'SAFE', '\n\nSAFE');
		const asked = [client.actions('/w/p/a.md', 'SAFE'), client.hover('/w/p/a.md', 2, 1), client.connection.sendRequest(safeFixes, { uri: uriOf('/w/p') })];
		await takenIn();
		assert.deepEqual(ran(before), [], 'no rule runs within a request');
		gate.release();
		const [actions, hover, fixes] = await Promise.all(asked);
		assert.equal(lineOf((actions as CodeAction[])[0]), 2);
		assert.deepEqual((hover as { range: unknown }).range, { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } });
		assert.equal(lineOf({ title: '', edit: (fixes as SafeFixesAnswer).edit } as CodeAction), 2);
		assert.equal(ran(before).length, Object.keys(rules).length, 'all that waited were answered after one check');
	});

	it('waits for the check that changed settings made due', async () => {
		await start('SAFE\n');
		gate.hold();
		client.settings = { rules: { 'demo/safe': 'off' } };
		await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
		await takenIn();
		const asked = client.hover('/w/p/a.md', 0, 1);
		await takenIn();
		gate.release();
		assert.equal(await asked, null);
	});

	it('about positions is refused as soon as the document is edited again', async () => {
		await start('SAFE\n');
		gate.hold();
		await client.sendEdit('/w/p/a.md', 'SAFE', '\nSAFE');
		const codes = Promise.all([refusal(client.actions('/w/p/a.md', 'SAFE')), refusal(client.hover('/w/p/a.md', 1, 1))]);
		await client.sendEdit('/w/p/a.md', 'SAFE', '\nSAFE');
		assert.deepEqual(await codes, [LSPErrorCodes.ContentModified, LSPErrorCodes.ContentModified]);
	});

	it('about positions goes on waiting where another document is edited', async () => {
		await start('SAFE\n');
		await client.open('/w/p/main.go');
		gate.hold();
		await client.sendEdit('/w/p/a.md', 'SAFE', '\nSAFE');
		const asked = client.actions('/w/p/a.md', 'SAFE');
		await client.sendEdit('/w/p/main.go', 'main()', 'main( )');
		await takenIn();
		gate.release();
		assert.equal(lineOf((await asked)[0]), 1);
	});

	it('to work an edit out is answered for the text as it is by then, however often that is edited', async () => {
		await start('LAZY\n');
		const [lazy] = await client.actions('/w/p/a.md', 'LAZY');
		gate.hold();
		await client.sendEdit('/w/p/a.md', 'LAZY', '\nLAZY');
		const asked = client.resolve(lazy as CodeAction);
		await client.sendEdit('/w/p/a.md', 'LAZY', '\nLAZY');
		await takenIn();
		gate.release();
		assert.equal(lineOf(await asked), 2);
	});

	it('that the client cancels waits no longer', async () => {
		await start('SAFE\n');
		gate.hold();
		await client.sendEdit('/w/p/a.md', 'SAFE', '\nSAFE');
		const { connection } = client;
		const textDocument = { uri: uriOf('/w/p/a.md') };
		const position = { line: 0, character: 0 };
		for (const [method, params] of [
			['textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } }],
			['textDocument/hover', { textDocument, position }],
			[safeFixes, { uri: uriOf('/w/p') }],
		] as const) {
			const source = new CancellationTokenSource();
			const refused = refusal(connection.sendRequest(method, params, source.token));
			await takenIn();
			source.cancel();
			assert.equal(await refused, LSPErrorCodes.RequestCancelled, method);
		}
	});

	it('is answered however its client gives the parameters', async () => {
		await start('SAFE\n');
		const { connection } = client;
		const noToken = null as unknown as CancellationToken; // sent after the parameters, which go by position then
		assert.notEqual(await connection.sendRequest(safeFixes, { uri: uriOf('/w/p') }, noToken), null);
		await assert.rejects(connection.sendRequest(safeFixes), /does not name a plugin folder/);
	});

	it('says so where the check broke, and is answered after the next', async () => {
		let broken = false;
		const safe = rules['demo/safe'];
		const breaking = {
			...safe,
			get options() {
				if (broken) throw new Error('on purpose');
				return {};
			},
		};
		await start('SAFE\n', { rules: { 'demo/safe': breaking } });
		broken = true;
		await client.sendEdit('/w/p/a.md', 'SAFE', '\nSAFE');
		await assert.rejects(client.connection.sendRequest(safeFixes, { uri: uriOf('/w/p') }), /Checking \/w\/p failed\. The output has the reason\./);
		assert.deepEqual(await client.actions('/w/p/a.md', 'SAFE'), []);
		broken = false;
		await client.sendEdit('/w/p/a.md', 'SAFE', '\nSAFE');
		assert.equal(lineOf((await client.actions('/w/p/a.md', 'SAFE'))[0]), 2);
	});

	it('changes no view while a check is due: what a person recorded is shown after it', async () => {
		await start('SAFE\n');
		const before = client.told.length;
		gate.hold();
		await client.sendEdit('/w/p/a.md', 'SAFE', '\n\nSAFE');
		const ticks = { mnda: { state: 'done', at: '2026-03-04' } };
		await client.connection.sendNotification(recordedChanged, { uri: uriOf('/w/p'), recorded: { ticks, rounds: [] } });
		await takenIn();
		assert.equal(client.told.length, before);
		gate.release();
		await client.settled();
		const view = client.told.at(-1)?.plugins[0];
		assert.deepEqual([view?.findings[0]?.line, view?.items.find(({ id }) => id === 'mnda')?.state], [2, 'done']);
	});
});
