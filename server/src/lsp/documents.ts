import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOf } from './uris';

const mark = '\ufeff';

/** A document that the editor shows: its text counts, not what is on disk. Its version and its text always belong together. */
export class OpenDocument {
	readonly uri: string;
	/** Absolute, with `/`. */
	readonly path: string;
	#document: TextDocument;

	constructor(uri: string, path: string, version: number, text: string) {
		this.uri = uri;
		this.path = path;
		this.#document = TextDocument.create(uri, '', version, text);
	}

	get version(): number {
		return this.#document.version;
	}

	/** The text without a byte order mark: facts never see one. */
	get text(): string {
		const text = this.#document.getText();
		return text.startsWith(mark) ? text.slice(1) : text;
	}

	/** How far the first line of the editor's text is ahead of the server's: 1 where the client sends a byte order mark. */
	get lead(): 0 | 1 {
		return this.#document.getText({ start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }) === mark ? 1 : 0;
	}

	/** Applies the editor's changes, whole or in ranges. */
	update(changes: TextDocumentContentChangeEvent[], version: number): void {
		this.#document = TextDocument.update(this.#document, changes, version);
	}
}

/** The documents that the editor has open, as far as they are files. */
export class Documents {
	readonly #byUri = new Map<string, OpenDocument>();

	/** Opens a document; undefined if it is not a file. */
	open(uri: string, version: number, text: string): OpenDocument | undefined {
		const path = pathOf(uri);
		if (path === undefined || typeof text !== 'string') return undefined;
		const document = new OpenDocument(uri, path, version, text);
		this.#byUri.set(uri, document);
		return document;
	}

	/** Removes a document; returns it if it was open. */
	close(uri: string): OpenDocument | undefined {
		const document = this.#byUri.get(uri);
		this.#byUri.delete(uri);
		return document;
	}

	get(uri: string): OpenDocument | undefined {
		return this.#byUri.get(uri);
	}

	/** All that are open, in the order in which they were opened. */
	all(): readonly OpenDocument[] {
		return [...this.#byUri.values()];
	}
}
