import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { HttpAnswer } from '../../server/src/protocol';

/** One run of a command: its output line by line, and how it ended. */
export interface Run {
	readonly command: string;
	readonly arguments: readonly string[];
	readonly folder: string;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Receives each complete line, as the program wrote it. */
	readonly line: (text: string) => void;
	readonly signal: AbortSignal;
}

/** What the extension needs of the machine it runs on. Only the composition root names a runtime. */
export interface Runtime {
	/** Creates the client of the language server. */
	client(options: LanguageClientOptions): BaseLanguageClient;
	/** Runs a command without a shell; returns its exit code, null if it was stopped. Rejects if it cannot be started. */
	run(run: Run): Promise<number | null>;
	/** Makes a file executable, if the machine supports it. */
	makeExecutable(path: string): Promise<void>;
	/** Requests an address over the network. Rejects with a reason where there is no answer. */
	get(address: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<HttpAnswer>;
	/** The environment in which commands run. */
	readonly environment: Readonly<Record<string, string | undefined>>;
}
