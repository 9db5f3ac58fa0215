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

/** Sends the diagnostics of one plugin: only what changed. Clears them when a file or the plugin is removed. */
export class Publisher {
	readonly #send: (params: PublishDiagnosticsParams) => void;
	#sent = new Map<string, Sent>();

	constructor(send: (params: PublishDiagnosticsParams) => void) {
		this.#send = send;
	}

	/** What the editor shows of a file. */
	shown(path: string): readonly Diagnostic[] {
		return this.#sent.get(path)?.diagnostics ?? [];
	}

	/** Replaces all diagnostics, by path. */
	publish(byPath: ReadonlyMap<string, readonly Diagnostic[]>, targetOf: (path: string) => Target): void {
		for (const path of [...this.#sent.keys()]) if (!byPath.has(path)) this.publishFile(path, [], targetOf(path));
		for (const [path, diagnostics] of byPath) this.publishFile(path, diagnostics, targetOf(path));
	}

	/** Replaces the diagnostics of one file. */
	publishFile(path: string, diagnostics: readonly Diagnostic[], target: Target): void {
		const last = this.#sent.get(path);
		if (last !== undefined && last.uri !== target.uri) this.#send({ uri: last.uri, diagnostics: [] });
		if (diagnostics.length === 0) {
			this.#sent.delete(path);
			if (last?.uri === target.uri) this.#send({ ...target, diagnostics: [] });
			return;
		}
		const now: Sent = { ...target, diagnostics };
		this.#sent.set(path, now);
		if (last === undefined || !same(last, now)) this.#send({ ...target, diagnostics: [...diagnostics] });
	}

	/** Clears all diagnostics. */
	clear(): void {
		for (const { uri } of this.#sent.values()) this.#send({ uri, diagnostics: [] });
		this.#sent.clear();
	}
}
