import { chmod } from 'node:fs/promises';
import { env } from 'node:process';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { get } from '../../server/src/node/http';
import { Extension } from './extension';
import { run } from './node/run';

let extension: Extension | undefined;

/** Called by VS Code on the first activation event. Starts the server and returns; nothing here waits for it. */
export function activate(context: ExtensionContext): void {
	const server = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
	const debug = { ...server, options: { execArgv: ['--inspect=6009'] } };
	extension = new Extension(context, {
		client: options => new LanguageClient('packerReadiness', 'Packer Plugin Readiness', { run: server, debug }, options),
		run,
		get,
		makeExecutable: path => chmod(path, 0o755),
		environment: env,
	});
	context.subscriptions.push(extension);
	extension.start();
}

/** Called by VS Code when the extension ends; resolves when the server has. */
export const deactivate = (): Promise<void> | undefined => extension?.stop();
