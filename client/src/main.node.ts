import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { Extension } from './extension';

let extension: Extension | undefined;

/** Called by VS Code on the first activation event. Starts the server and returns; nothing here waits for it. */
export function activate(context: ExtensionContext): void {
	const module = context.asAbsolutePath('dist/server.cjs');
	const run = { module, transport: TransportKind.ipc };
	extension = new Extension(
		context,
		options => new LanguageClient('packerReadiness', 'Packer Plugin Readiness', { run, debug: { ...run, options: { execArgv: ['--inspect=6009'] } } }, options),
	);
	context.subscriptions.push(extension);
	extension.start();
}

/** Called by VS Code when the extension ends; resolves when the server has. */
export const deactivate = (): Promise<void> | undefined => extension?.stop();
