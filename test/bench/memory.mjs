// Starts the language server on a folder, waits until it has checked it, and reads how much memory it has.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-jsonrpc/node');

/** The resident memory of the server in MB after it has opened a folder and been quiet for a second, and how long the opening took; undefined if it is unknown. */
export async function serverMemory(server, folder) {
	if (process.platform !== 'linux') return undefined;
	const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
	const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
	const uri = pathToFileURL(folder).href;
	const started = performance.now();
	let last = started;
	let published = 0;
	connection.onNotification('textDocument/publishDiagnostics', () => {
		last = performance.now();
		published++;
	});
	connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
	connection.onRequest(() => null);
	connection.listen();
	try {
		const workspaceFolders = [{ uri, name: basename(folder) }];
		await connection.sendRequest('initialize', {
			processId: process.pid,
			rootUri: uri,
			workspaceFolders,
			capabilities: { workspace: { workspaceFolders: true, configuration: true } },
		});
		await connection.sendNotification('initialized', {});
		while (performance.now() - started < 60_000 && (published === 0 || performance.now() - last < 1000)) await new Promise(resolve => setTimeout(resolve, 100));
		const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
		return published === 0 ? undefined : { megabytes: Number(kilobytes) / 1024, openedMs: last - started, published };
	} finally {
		connection.dispose();
		child.kill();
	}
}
