import type { Connection } from 'vscode-languageserver';
import { same } from '../facts/core/same';
import { type PluginsChanged, type PluginView, pluginsChanged } from '../protocol';
import type { Plugin } from './plugin';
import type { Session } from './session';
import { viewOf } from './view';

/** Sends the state of the plugins to the client: when all have been checked for the first time, and whenever it changes. */
export class Announcer {
	readonly #connection: Connection;
	readonly #views = new Map<Plugin, PluginView>();
	#last: readonly PluginView[] | undefined;

	constructor(connection: Connection) {
		this.#connection = connection;
	}

	/** A plugin was checked, or something was recorded of it. Gives its troubles; undefined if a check is due, after which this is called again. */
	changed(plugin: Plugin): readonly string[] | undefined {
		const facing = plugin.facing();
		if (facing === undefined) return undefined;
		const view = viewOf(facing);
		this.#views.set(plugin, view);
		return view.troubles;
	}

	/** Sends pending changes. */
	tell(session: Session): void {
		const { plugins } = session;
		for (const plugin of this.#views.keys()) if (!plugins.includes(plugin)) this.#views.delete(plugin);
		if (!session.settled) return;
		const views = plugins.flatMap(plugin => this.#views.get(plugin) ?? []);
		if (this.#last !== undefined && same(this.#last, views)) return;
		this.#last = views;
		void this.#connection.sendNotification(pluginsChanged, { plugins: views } satisfies PluginsChanged);
	}
}
