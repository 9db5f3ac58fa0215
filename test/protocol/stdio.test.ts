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
});
