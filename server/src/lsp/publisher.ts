import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { same } from '../facts/core/same';

/** Where the diagnostics of one file go. */
export interface Target {
	readonly uri: string;
	/** Of the document that is open; undefined where none is. */
	readonly version?: number;
}

interface Sent extends Target {
	readonly diagnostics: readonly Diagnostic[];
}

/** Sends the diagnostics of one plugin: only what changed, and nothing stays behind when a file, or the plugin, goes. */
export class Publisher {
	readonly #send: (params: PublishDiagnosticsParams) => void;
	#sent = new Map<string, Sent>();

	constructor(send: (params: PublishDiagnosticsParams) => void) {
		this.#send = send;
	}

	/** Makes these diagnostics, by path, the ones that the editor shows. */
	publish(byPath: ReadonlyMap<string, Diagnostic[]>, targetOf: (path: string) => Target): void {
		const before = this.#sent;
		this.#sent = new Map();
		for (const [path, { uri }] of before) {
			const target = targetOf(path);
			if (target.uri !== uri) this.#send({ uri, diagnostics: [] });
			else if (!byPath.has(path)) this.#send({ ...target, diagnostics: [] });
		}
		for (const [path, diagnostics] of byPath) {
			const target = targetOf(path);
			const now: Sent = { ...target, diagnostics };
			this.#sent.set(path, now);
			const last = before.get(path);
			if (last === undefined || !same(last, now)) this.#send({ ...target, diagnostics });
		}
	}

	/** Takes all of them back. */
	clear(): void {
		for (const { uri } of this.#sent.values()) this.#send({ uri, diagnostics: [] });
		this.#sent.clear();
	}
}
