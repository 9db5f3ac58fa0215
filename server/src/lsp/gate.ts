import { type Connection, type ConnectionOptions, ErrorCodes, type Message, type RequestMessage, ResponseError } from 'vscode-languageserver';
import { misshapen } from './shapes';

/** The method that stands for a refused request: its answer is the error in its parameters. */
const refused = '$/packerReadiness/refused';

/**
 * Refuses requests that come before `initialize` or after `shutdown`, and requests without the parameters they need, with the errors that the protocol
 * names; drops notifications that come too early or too late.
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#lifeCycleMessages
 */
export class Gate {
	#state: 'new' | 'serving' | 'shut down' = 'new';

	/** What the connection must be created with. */
	readonly options: ConnectionOptions = {
		messageStrategy: {
			handleMessage: (message, next) => {
				const admitted = this.#admitted(message);
				if (admitted !== undefined) next(admitted);
			},
		},
	};

	/** Whether the client has sent `shutdown`, after which it may leave. */
	get down(): boolean {
		return this.#state === 'shut down';
	}

	/** Has the connection answer refused requests. Takes a connection that was created with the options. */
	attach(connection: Connection): void {
		connection.onRequest(refused, ({ code, message }: { code: number; message: string }) => {
			throw new ResponseError(code, message);
		});
	}

	#admitted(message: Message): Message | undefined {
		const { method, id, params } = message as Partial<RequestMessage>;
		if (method === undefined || method === 'exit') return message;
		if (id === undefined || id === null) return this.#state === 'serving' ? message : undefined;
		const error = method === refused ? notFound(method) : (this.#untimely(method) ?? invalid(misshapen(method, params)));
		if (error !== undefined) return { ...message, method: refused, params: error } as RequestMessage;
		if (method === 'initialize') this.#state = 'serving';
		if (method === 'shutdown') this.#state = 'shut down';
		return message;
	}

	#untimely(method: string): Refusal | undefined {
		if (this.#state === 'shut down') return { code: ErrorCodes.InvalidRequest, message: 'The server was shut down. Only `exit` may follow.' };
		if (this.#state === 'new' && method !== 'initialize')
			return { code: ErrorCodes.ServerNotInitialized, message: 'The server is not initialized. Send `initialize` first.' };
		if (this.#state === 'serving' && method === 'initialize')
			return { code: ErrorCodes.InvalidRequest, message: 'The server is initialized already. `initialize` may be sent once.' };
		return undefined;
	}
}

interface Refusal {
	readonly code: number;
	readonly message: string;
}

const notFound = (method: string): Refusal => ({ code: ErrorCodes.MethodNotFound, message: `Method ${method} does not exist.` });
const invalid = (message: string | undefined): Refusal | undefined => (message === undefined ? undefined : { code: ErrorCodes.InvalidParams, message });
