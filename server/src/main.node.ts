import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { name, version } from '../../package.json';
import { Gate } from './lsp/gate';
import { startServer } from './lsp/server';
import { serverEnvironment } from './node/serverEnvironment';
import { connectStdio } from './node/stdio';

const gate = new Gate();
const connection = process.argv.includes('--stdio') ? connectStdio(gate) : createConnection(ProposedFeatures.all, gate.options);

/** Whatever slips through every guard is said in the log; the server goes on. */
const survive = (error: unknown) =>
	connection.console.error(`Something went wrong that nobody caught: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
process.on('uncaughtException', survive);
process.on('unhandledRejection', survive);

startServer(
	connection,
	gate,
	serverEnvironment({
		name,
		version,
		bundle: __dirname,
		pages: () => JSON.parse(readFileSync(join(__dirname, 'pages.json'), 'utf8')) as Record<string, string>,
	}),
);
