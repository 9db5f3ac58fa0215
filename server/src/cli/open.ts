import { Database } from '../facts/core/database';
import { grammars as grammarsInput } from '../facts/core/inputs';
import { isPlugin } from '../facts/plugin/plugin';
import { wanted } from '../generate/staleness';
import type { Grammars } from '../syntax/grammars';
import { joinBelow, parentOf, relativeTo } from '../workspace/fileSystem';
import type { PluginFolder } from '../workspace/folder';
import { isOfGenerators } from '../workspace/interest';
import { type Opening, openPlugins } from '../workspace/plugins';
import { remembered } from '../workspace/remembered';
import { Supplies } from '../workspace/supply';
import { Complaint, reasonOf } from './complaint';
import type { Environment } from './environment';
import type { Stopwatch } from './stopwatch';

/** A plugin that was found, and its folder's name in reports. */
export interface Opened {
	readonly folder: PluginFolder;
	readonly root: string;
}

/** What a command needs of a plugin: `everything`, or only what generators read, which needs no parsers. */
export type Needs = 'everything' | 'generated';

/** The plugins in and below the given folders, each loaded once. Complains about a folder without a plugin. */
export async function openFolders(environment: Environment, given: readonly string[], stopwatch: Stopwatch, needs: Needs = 'everything'): Promise<Opened[]> {
	const opened = new Map<string, Opened>();
	const fs = remembered(environment.files);
	let loading: Promise<Grammars> | undefined;
	const grammars = () => (loading ??= stopwatch.time('parse', () => environment.grammars()).then(ready => stopwatch.watch(ready)));
	if (needs === 'everything') grammars().catch(() => {}); // awaited after the files are read, so that a complaint about a folder comes first
	for (const name of given) {
		const absolute = await folderAt(environment, name);
		const opening: Opening = {
			fs,
			database: () => new Database(),
			ready: async made => made.set(grammarsInput, await grammars()),
			isPlugin,
			...(needs === 'generated' ? { isRead: isOfGenerators } : {}),
		};
		const found = await stopwatch.time('read', () => openPlugins(opening, absolute));
		if (found.length === 0) throw new Complaint(`${name} is not a Packer plugin and contains none. Name the folder with the plugin's go.mod.`);
		const nested = found.map(folder => rootAs(name, absolute, folder.root));
		if (!found.some(folder => folder.root === absolute) && (await isModule(environment, absolute)))
			throw new Complaint(`${name} is a Go module but not a Packer plugin. Name a plugin inside it: ${nested.join(' or ')}.`);
		for (const folder of found) if (!opened.has(folder.root)) opened.set(folder.root, { folder, root: rootAs(name, absolute, folder.root) });
	}
	const supplies = new Supplies(environment.files, environment.moduleCache);
	for (const { folder } of opened.values()) {
		if (needs === 'everything') folder.db.set(grammarsInput, await grammars());
		await supplies.hand(folder, wanted);
	}
	return [...opened.values()];
}

/** The absolute path of a folder that can be read. */
async function folderAt({ writer, files, absolute }: Environment, name: string): Promise<string> {
	const path = absolute(name);
	const kind = await writer.kind(path).catch(error => {
		throw new Complaint(`${name} cannot be read: ${reasonOf(error)}. Name a folder that you can read.`);
	});
	if (kind === 'missing') throw new Complaint(`${name} does not exist. Name a plugin folder.`);
	if (kind === 'file') throw new Complaint(`${name} is a file. Name the plugin folder.`);
	await files.list(path, path).catch(error => {
		throw new Complaint(`${name} cannot be read: ${reasonOf(error)}. Change its permissions, or name another folder.`);
	});
	return path;
}

const isModule = async ({ files }: Environment, folder: string) =>
	(await files.list(folder, folder)).some(entry => entry.name === 'go.mod' && entry.kind === 'file');

/** A plugin's folder relative to the given one: `DIR`, `DIR/sub`, or `DIR/..` if the plugin encloses it. */
export function rootAs(name: string, absolute: string, root: string): string {
	const given = name.replaceAll('\\', '/').replace(/(?<=[^/:])\/+$/, '');
	if (root === absolute) return given;
	const below = relativeTo(absolute, root, false);
	if (below !== undefined) return given === '.' ? below : joinBelow(given, below);
	let up = given === '.' ? '' : given;
	for (let at: string | undefined = absolute; at !== undefined && at !== root; at = parentOf(at)) up = up === '' ? '..' : `${up}/..`;
	return up;
}
