import * as vscode from 'vscode';
import {
	type HttpAnswer,
	type HttpGet,
	httpGet,
	type PluginView,
	type PublishedReleasesRequest,
	type PublishedReleasesView,
	publishedReleases,
} from '../../../../server/src/protocol';
import type { Host } from '../../host';

/** Where the plugins are remembered for which a person allowed GitHub to be read without a question. */
const allowed = 'packerReadiness.release.allowed';
/** How long an answer may take, in milliseconds. */
const patience = 30_000;

/** Reads published releases through the server, which has no network of its own: its requests are answered here, and only while a person waits for them. */
export class PublishedReader {
	readonly #host: Host;
	/** What stops the requests of the reading that goes on. */
	#reading: AbortController | undefined;

	constructor(host: Host) {
		this.#host = host;
		host.context.subscriptions.push(host.server.onRequest<HttpGet, HttpAnswer>(httpGet, request => this.#answer(request)));
	}

	/** The published releases of a plugin; undefined if the person does not allow it, or cancels. Rejects with a sentence where GitHub cannot be read. */
	async read(plugin: PluginView): Promise<PublishedReleasesView | undefined> {
		if (this.#reading !== undefined || !(await this.#isAllowed(plugin))) return undefined;
		const reading = new AbortController();
		this.#reading = reading;
		try {
			return await vscode.window.withProgress(
				{ location: vscode.ProgressLocation.Notification, title: `Reading the releases of ${plugin.name} from GitHub`, cancellable: true },
				async (_, token) => {
					token.onCancellationRequested(() => reading.abort());
					return this.#host.server.request<PublishedReleasesView>(publishedReleases, { uri: plugin.uri } satisfies PublishedReleasesRequest, token);
				},
			);
		} catch (error) {
			if (reading.signal.aborted) return undefined;
			throw error;
		} finally {
			reading.abort();
			this.#reading = undefined;
		}
	}

	async #isAllowed({ uri, name }: PluginView): Promise<boolean> {
		const { workspaceState } = this.#host.context;
		const always = workspaceState.get<readonly string[]>(allowed, []);
		if (always.includes(uri)) return true;
		const [once, forever] = ['Read', 'Always Read for This Plugin'];
		const chosen = await vscode.window.showInformationMessage(
			`Read the published releases of ${name} from GitHub?`,
			{
				modal: true,
				detail:
					'Requests go to api.github.com, github.com and the servers of its release downloads, without signing in. They name the repository, and nothing else of the plugin.',
			},
			once,
			forever,
		);
		if (chosen === forever) await workspaceState.update(allowed, [...always, uri]);
		return chosen !== undefined;
	}

	async #answer({ address, headers }: HttpGet): Promise<HttpAnswer> {
		const reading = this.#reading;
		if (reading === undefined) throw new Error('nobody waits for it');
		if (!/^https:\/\/(?:api\.)?github\.com\//.test(address)) throw new Error('the address is not one of GitHub');
		this.#host.server.output.info(`GET ${address}`);
		return this.#host.runtime.get(address, headers, AbortSignal.any([reading.signal, AbortSignal.timeout(patience)]));
	}
}
