import type { FileSystem } from '../workspace/fileSystem';
import type { OpenDocument } from './documents';
import { belongs } from './folders';
import type { Plugin } from './plugin';

/** The file of a plugin that a document is. */
export interface DocumentPlace {
	readonly plugin: Plugin;
	readonly path: string;
}

/** Which file of which plugin each open document is. */
export class Places {
	readonly #fs: FileSystem;
	readonly #places = new Map<OpenDocument, DocumentPlace>();

	constructor(fs: FileSystem) {
		this.#fs = fs;
	}

	of(document: OpenDocument): DocumentPlace | undefined {
		return this.#places.get(document);
	}

	/** Gives a document to the plugin in whose folder it is, unless it is in a module of its own there, and takes it from another; `stillOpen` is asked last. */
	async put(document: OpenDocument, plugin: Plugin | undefined, stillOpen: () => boolean): Promise<void> {
		const path = plugin?.folder.relative(document.path);
		const place = plugin && path && (await belongs(this.#fs, plugin.root, path)) ? { plugin, path } : undefined;
		const last = this.#places.get(document);
		if (last && (last.plugin !== place?.plugin || last.path !== place.path)) {
			this.take(document);
			await last.plugin.close(last.path);
		}
		if (place === undefined || !stillOpen() || this.#places.has(document)) return;
		this.#places.set(document, place);
		place.plugin.open(place.path, document);
	}

	/** Takes a document from its plugin, which is told by the caller. */
	take(document: OpenDocument): DocumentPlace | undefined {
		const place = this.#places.get(document);
		this.#places.delete(document);
		return place;
	}

	/** A plugin is removed: its documents belong to none. */
	forget(plugin: Plugin): void {
		for (const [document, place] of this.#places) if (place.plugin === plugin) this.#places.delete(document);
	}
}
