import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import {
	createProtocolConnection,
	IPCMessageReader,
	IPCMessageWriter,
	type ProtocolConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import { plugin } from './support/client';

const bundle = 'dist/server.cjs';

/** A plugin on disk, in a folder whose name has to be encoded. */
function onDisk(files: Readonly<Record<string, string>>): string {
	const root = join(mkdtempSync(join(tmpdir(), 'packer readiness ')), 'packer-plugin-acme');
	for (const [path, text] of Object.entries({ ...plugin(''), ...files })) {
		const file = join(root, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text as string);
	}
	return root;
}

describe('the built server', () => {
	let root = '';
	let server: ChildProcess;
	let connection: ProtocolConnection;

	before(function () {
		if (!existsSync(bundle)) this.skip(); // `npm run build` makes it
	});
	afterEach(() => {
		connection?.dispose();
		server?.kill();
		if (root !== '') rmSync(dirname(root), { recursive: true, force: true });
	});

	const initialize = async () => {
		await connection.sendRequest('initialize', {
			processId: process.pid,
			rootUri: null,
			capabilities: {},
			workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'p' }],
		});
		await connection.sendNotification('initialized', {});
	};
	const published = (about: (params: PublishDiagnosticsParams) => boolean) =>
		new Promise<PublishDiagnosticsParams>(resolve =>
			connection.onNotification('textDocument/publishDiagnostics', params => (about(params) ? resolve(params) : undefined)),
		);
	const leave = async () => {
		await connection.sendRequest('shutdown');
		const exit = once(server, 'exit');
		await connection.sendNotification('exit');
		return (await exit)[0];
	};

	it('serves any editor over standard input and output, with the real rules', async () => {
		root = onDisk({
			'main.go': 'package main\n\nimport "github.com/hashicorp/packer-plugin-sdk/plugin"\n\nfunc main() {\n\tset := plugin.NewSet()\n\tset.Run()\n}\n',
		});
		server = spawn(process.execPath, [bundle, '--stdio'], { stdio: 'pipe' });
		connection = createProtocolConnection(
			new StreamMessageReader(server.stdout as NonNullable<ChildProcess['stdout']>),
			new StreamMessageWriter(server.stdin as NonNullable<ChildProcess['stdin']>),
		);
		connection.listen();
		const found = published(({ uri, diagnostics }) => uri.endsWith('/main.go') && diagnostics.some(({ code }) => code === 'main/no-set-version'));
		await initialize();
		const { uri } = await found;
		assert.match(uri, /packer%20readiness%20.*\/packer-plugin-acme\/main\.go$/);
		const page = await connection.sendRequest<string>('packerReadiness/explainRule', { rule: 'main/no-set-version' });
		assert.match(page, /^# main\/no-set-version\n/);
		const report = JSON.parse(await connection.sendRequest<string>('packerReadiness/exportReport', { uri: pathToFileURL(root).href, format: 'json' }));
		assert.equal(report.plugins[0].name, 'acme');
		const draft = await connection.sendRequest<{ eml?: string }>('packerReadiness/draft', { uri: pathToFileURL(root).href, kind: 'email' });
		assert.match(draft.eml ?? '', /^To: .*packer-integration-dev@hashicorp\.com/m);
		const made = await connection.sendRequest<{ files: { path: string }[] }>('packerReadiness/scaffold', { kind: 'plugin', name: 'other', owner: 'acme' });
		assert.ok(made.files.some(({ path }) => path === 'main.go'));
		const component = await connection.sendRequest<object>('packerReadiness/scaffold', {
			kind: 'component',
			uri: pathToFileURL(root).href,
			component: 'datasource',
			name: 'x',
		});
		assert.deepEqual(Object.keys(component).sort(), ['edit', 'files', 'next', 'open']);
		assert.ok(Array.isArray((await connection.sendRequest<{ files: unknown }>('packerReadiness/generate', { uri: pathToFileURL(root).href })).files));
		assert.equal(await leave(), 0);
	});

	it('serves the extension over the channel that editors on Node have', async () => {
		root = onDisk({});
		server = fork(bundle, ['--node-ipc'], { silent: true });
		connection = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
		connection.listen();
		const told = new Promise<{ plugins: { name: string }[] }>(resolve => connection.onNotification('packerReadiness/pluginsChanged', resolve));
		await initialize();
		assert.deepEqual(
			(await told).plugins.map(({ name }) => name),
			['acme'],
		);
		assert.equal(await leave(), 0);
	});

	it('ends when the editor goes without a word', async () => {
		root = onDisk({});
		server = spawn(process.execPath, [bundle, '--stdio'], { stdio: 'pipe' });
		const exit = once(server, 'exit');
		server.stdin?.end();
		assert.equal((await exit)[0], 1);
	});

	/** The server over standard input and output, and what it said before it ended. */
	const spawned = () => {
		server = spawn(process.execPath, [bundle, '--stdio'], { stdio: 'pipe' });
		let said = '';
		server.stderr?.on('data', chunk => {
			said += chunk;
		});
		return once(server, 'close').then(([status]) => ({ status, said }));
	};

	const headers = [
		'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
		'Content-Length: many\r\n\r\n',
		'Content-Length: -5\r\n\r\n{}',
		'Content-Length: 2.5\r\n\r\n{}',
		'Content-Length: 99999999999\r\n\r\n{}',
		'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
		'Content-Length: \r\n\r\n{}',
		'no colon\r\n\r\n',
		'a'.repeat(5000),
	];
	for (const header of headers)
		it(`ends with a sentence after the header ${JSON.stringify(header.slice(0, 50))}`, async () => {
			const ended = spawned();
			server.stdin?.write(header);
			assert.deepEqual(await ended, { status: 1, said: 'The client sent a message without a valid header, so the server stopped.\n' });
		});

	it('answers a body that is not JSON, and goes on', async () => {
		const ended = spawned();
		const message = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
		let answered = '';
		server.stdout?.on('data', chunk => {
			answered += chunk;
			if (answered.includes('"id":1')) server.stdin?.end();
		});
		server.stdin?.write(message('{') + message('{"jsonrpc":"2.0","id":1,"method":"shutdown"}'));
		await ended;
		assert.match(answered, /"code":-32700/);
		assert.match(answered, /"code":-32002/);
	});

	it('ends quietly when its output is closed', async () => {
		root = onDisk({});
		const ended = spawned();
		server.stdout?.destroy();
		const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
		server.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
		const { status, said } = await ended;
		assert.ok(status === 0 || status === 1, String(status));
		assert.equal(said, '');
	});
});
