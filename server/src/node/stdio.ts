import { type Connection, createConnection, ErrorCodes, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { lines } from '../cli/channels/lines';
import type { Gate } from '../lsp/gate';
import { Framing } from './framing';

/**
 * A connection over standard input and output. The process ends when either is closed, and when a header is broken: nothing tells then where the next
 * message begins. A body that is not JSON is answered as the protocol says.
 */
export function connectStdio(gate: Gate): Connection {
	const leave = () => process.exit(gate.down ? 0 : 1);
	const framing = new Framing(() =>
		process.stderr.write(lines('The client sent a message without a valid header, so the server stopped.').text, () => process.exit(1)),
	);
	const reader = new StreamMessageReader(process.stdin.pipe(framing));
	const writer = new StreamMessageWriter(process.stdout);
	reader.onClose(leave);
	framing.on('end', leave); // not the end of the input: what came before may not have been read
	process.stdin.on('error', leave);
	process.stdout.on('error', leave);
	reader.onError(error => {
		if (error instanceof SyntaxError) {
			const said = { code: ErrorCodes.ParseError, message: 'The message is not valid JSON.' };
			void writer.write({ jsonrpc: '2.0', id: null, error: said } as Parameters<typeof writer.write>[0]);
		} else process.stderr.write(lines(`A message could not be read: ${error.message}.`).text);
	});
	return createConnection(ProposedFeatures.all, reader, writer, gate.options);
}
