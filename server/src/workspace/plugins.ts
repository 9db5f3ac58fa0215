import type { Database, Fact } from '../facts/core/database';
import { rootAbove, rootsBelow } from './discover';
import { type FileSystem, joinBelow } from './fileSystem';
import { PluginFolder } from './folder';
import { largestFile } from './interest';

/** The requirements for opening plugins: a file system, an empty database, and the fact that distinguishes plugins from other modules. */
export interface Opening {
	readonly fs: FileSystem;
	readonly database: () => Database;
	/** Sets the parsers in the database, which may still be loading. Some plugins cannot be recognized without them. */
	readonly ready?: (database: Database) => Promise<void>;
	readonly isPlugin: Fact<boolean>;
	/** Which files are read, by their names; by default those that any fact may ask for. */
	readonly isRead?: (name: string) => boolean;
}

/** The plugins in and below a folder, loaded, outer ones first; where there is none, the plugin that the folder lies in. Empty where there is neither. */
export async function openPlugins(opening: Opening, folder: string): Promise<PluginFolder[]> {
	const below = await loadPlugins(opening, await rootsBelow(opening.fs, folder));
	if (below.length > 0) return below;
	const above = await rootAbove(opening.fs, folder);
	return above === undefined ? [] : loadPlugins(opening, [above]);
}

async function loadPlugins(opening: Opening, roots: readonly string[]): Promise<PluginFolder[]> {
	const plugins: PluginFolder[] = [];
	for (const root of roots) {
		const plugin = await openPlugin(opening, root);
		if (plugin !== undefined) plugins.push(plugin);
	}
	return plugins;
}

/** The plugin whose root is a folder, loaded; undefined if there is none. */
export async function openPlugin({ fs, database, ready, isPlugin, isRead }: Opening, root: string): Promise<PluginFolder | undefined> {
	if (!(await mayBePlugin(fs, root))) return undefined;
	const plugin = new PluginFolder(fs, root, database(), isRead);
	await plugin.load();
	if (plugin.db.get(isPlugin)) return plugin;
	await ready?.(plugin.db);
	return plugin.db.get(isPlugin) ? plugin : undefined;
}

/** Whether a module may be a plugin: its go.mod mentions Packer, or it is named like a plugin. Reads one file. */
async function mayBePlugin(fs: FileSystem, root: string): Promise<boolean> {
	if (root.slice(root.lastIndexOf('/') + 1).startsWith('packer-plugin-')) return true;
	const goMod = await fs.read(joinBelow(root, 'go.mod'), largestFile).catch(() => undefined);
	return goMod === undefined || /packer/i.test(new TextDecoder().decode(goMod));
}
