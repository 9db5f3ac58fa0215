import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** One run of a command: its output line by line, and how it ended. */
export interface Run {
	readonly command: string;
	readonly arguments: readonly string[];
	readonly folder: string;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Hears each complete line, as the program wrote it. */
	readonly line: (text: string) => void;
	readonly signal: AbortSignal;
}

/** What the extension needs of the machine it runs on. The composition root hands it in; nothing else of the client names a runtime. */
export interface Runtime {
	/** Makes the client of the language server. */
	client(options: LanguageClientOptions): BaseLanguageClient;
	/** Runs a command without a shell; gives its exit code, null where it was stopped. Rejects where it cannot be started. */
	run(run: Run): Promise<number | null>;
	/** Lets a file be run, where the machine knows such a thing. */
	makeExecutable(path: string): Promise<void>;
	/** The environment in which commands run. */
	readonly environment: Readonly<Record<string, string | undefined>>;
}
