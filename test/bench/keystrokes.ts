import type { Engine } from '../../server/src/engine/check';
import { abilitiesOf } from '../../server/src/lsp/abilities';
import { OpenDocument } from '../../server/src/lsp/documents';
import type { Host } from '../../server/src/lsp/host';
import { Plugin } from '../../server/src/lsp/plugin';
import { uriOf } from '../../server/src/lsp/uris';
import { disk } from '../../server/src/node/fileSystem';
import type { Grammars } from '../../server/src/syntax/grammars';
import type { PluginFolder } from '../../server/src/workspace/folder';

/** Types into a plugin as an editor does, with the server's own schedule, check and publisher, and no delay before the check. */
export class Keystrokes {
	readonly #plugin: Plugin;
	readonly #documents = new Map<string, OpenDocument>();
	#published = 0;

	constructor(folder: PluginFolder, engine: Engine, loaded: Grammars) {
		const host: Host = {
			environment: {
				name: 'bench',
				version: '0',
				fs: disk,
				grammars: async () => loaded,
				rules: engine.rules,
				pages: async () => ({}),
				services: {},
				date: () => '2026-12-01T00:00:00.000Z',
				pace: { now: () => performance.now(), breathe: () => Promise.resolve(), after: (_, callback) => soon(callback) },
			},
			engine,
			can: abilitiesOf({ capabilities: {} }),
			send: () => {},
			failed: (what, error) => {
				throw new Error(what, { cause: error });
			},
		};
		this.#plugin = new Plugin(host, folder, () => {
			this.#published = performance.now();
		});
	}

	/** A file of the plugin has this text now; how long it takes until its diagnostics are published, in milliseconds. */
	async type(path: string, text: string): Promise<number> {
		const started = performance.now();
		const document = this.#documents.get(path) ?? new OpenDocument(uriOf(`/${path}`), `/${path}`, 0, text);
		this.#documents.set(path, document);
		document.update([{ text }], document.version + 1);
		this.#plugin.open(path, document);
		await this.#plugin.idle();
		return this.#published - started;
	}
}

function soon(callback: () => void): () => void {
	let wanted = true;
	queueMicrotask(() => wanted && callback());
	return () => {
		wanted = false;
	};
}
