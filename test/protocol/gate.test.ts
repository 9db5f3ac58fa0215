import assert from 'node:assert/strict';
import { ErrorCodes, type ResponseError } from 'vscode-languageserver';
import { uriOf } from '../../server/src/lsp/uris';
import { Client, everything, plugin } from './support/client';

const initialize = { processId: null, rootUri: null, capabilities: everything, workspaceFolders: [{ uri: uriOf('/w'), name: 'w' }] };

// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#initialize
describe('the order of messages', () => {
	let client: Client;
	afterEach(() => client.end());
	const errorOf = async (method: string, params?: object) =>
		client.connection.sendRequest(method, params).then(
			() => undefined,
			({ code, message }: ResponseError) => ({ code, message }),
		);

	for (const method of ['textDocument/hover', 'shutdown', 'packerReadiness/listRules', 'no/such'])
		it(`${method} before initialize is refused`, async () => {
			client = new Client(plugin('/w/p'));
			assert.deepEqual(await errorOf(method, {}), {
				code: ErrorCodes.ServerNotInitialized,
				message: 'The server is not initialized. Send `initialize` first.',
			});
			assert.ok(await client.connection.sendRequest('initialize', initialize), 'and initialize is not');
		});

	it('notifications before initialize are dropped', async () => {
		client = new Client(plugin('/w/p', { 'a.md': 'x\n' }));
		await client.connection.sendNotification('textDocument/didOpen', {
			textDocument: { uri: uriOf('/w/p/a.md'), languageId: 'markdown', version: 1, text: 'SAFE\n' },
		});
		await client.initialize();
		await client.until(() => client.told.length > 0);
		assert.deepEqual(client.marked, [], 'the document is as it is on disk');
	});

	it('a second initialize is refused', async () => {
		client = await Client.start(plugin('/w/p'));
		assert.equal((await errorOf('initialize', initialize))?.code, ErrorCodes.InvalidRequest);
	});

	for (const method of ['textDocument/hover', 'initialize', 'shutdown', 'no/such'])
		it(`${method} after shutdown is refused`, async () => {
			client = await Client.start(plugin('/w/p'));
			await client.connection.sendRequest('shutdown');
			assert.deepEqual(await errorOf(method, initialize), { code: ErrorCodes.InvalidRequest, message: 'The server was shut down. Only `exit` may follow.' });
		});

	it('notifications after shutdown change nothing', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'x\n' }));
		await client.connection.sendRequest('shutdown');
		const before = client.published.length;
		await client.connection.sendNotification('textDocument/didOpen', {
			textDocument: { uri: uriOf('/w/p/a.md'), languageId: 'markdown', version: 1, text: 'SAFE\n' },
		});
		await errorOf('textDocument/hover');
		assert.equal(client.published.length, before);
	});

	it('the method that stands for refusals cannot be called', async () => {
		client = await Client.start(plugin('/w/p'));
		assert.equal((await errorOf('$/packerReadiness/refused', { code: 1, message: 'x' }))?.code, ErrorCodes.MethodNotFound);
	});
});

describe('parameters', () => {
	let client: Client;
	const never = () => assert.fail('nothing may be done');
	before(async () => {
		const services = {
			draft: never,
			draftOutgoing: never,
			exportReport: never,
			newPlugin: never,
			newComponent: never,
			newWorkflow: never,
			generate: never,
			safeFixes: never,
		};
		client = await Client.start(plugin('/w/p'), { environment: { services } });
	});
	after(() => client.end());

	const textDocument = { uri: uriOf('/w/p/main.go') };
	const position = { line: 0, character: 0 };
	const range = { start: position, end: position };
	const wrong: ReadonlyArray<readonly [method: string, params: unknown]> = [
		['textDocument/hover', undefined],
		['textDocument/hover', { textDocument }],
		['textDocument/hover', { textDocument, position: { line: -1, character: 0 } }],
		['textDocument/hover', { textDocument, position: { line: 0.5, character: 0 } }],
		['textDocument/hover', { textDocument: { uri: 7 }, position }],
		['textDocument/completion', { position }],
		['textDocument/codeAction', { textDocument, range }],
		['textDocument/codeAction', { textDocument, range: { start: position }, context: { diagnostics: [] } }],
		['textDocument/codeAction', { textDocument, range, context: { diagnostics: 'x' } }],
		['codeAction/resolve', null],
		['workspace/executeCommand', { command: 7 }],
		['packerReadiness/explainRule', {}],
		['packerReadiness/safeFixes', {}],
		['packerReadiness/draft', { uri: uriOf('/w/p'), kind: 'x' }],
		['packerReadiness/exportReport', { uri: uriOf('/w/p'), format: '__proto__' }],
		['packerReadiness/scaffold', { kind: 'constructor' }],
		['packerReadiness/generate', { uri: 'x:' }],
	];
	for (const [method, params] of wrong)
		it(`${JSON.stringify(params)} is refused by ${method} with a sentence`, async () => {
			const error = await client.connection.sendRequest(method, params as object).then(
				() => undefined,
				(thrown: ResponseError) => thrown,
			);
			assert.equal(error?.code, ErrorCodes.InvalidParams);
			assert.match(error?.message ?? '', /^[A-Z].*\.$/);
		});

	it('right ones are answered', async () => {
		assert.equal(await client.connection.sendRequest('textDocument/hover', { textDocument, position }), null);
		assert.deepEqual(await client.connection.sendRequest('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }), []);
	});

	for (const rule of ['__proto__', 'constructor', 'toString', 'no/such'])
		it(`no rule is called ${rule}`, async () => assert.equal(await client.connection.sendRequest('packerReadiness/explainRule', { rule }), null));
});
