import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { rootAbove, rootsBelow } from '../workspace/discover';
import { type FileSystem, parentOf, relativeTo } from '../workspace/fileSystem';
import { looksInto } from '../workspace/interest';
import { belongs, isIn, repositoryOf } from './folders';
import type { Plugin } from './plugin';
import type { Roots } from './roots';

/** Something that happened to a file or a folder on disk. */
export interface DiskEvent {
	readonly path: string;
	readonly type: FileEvent['type'];
}

/** The consequences of events: whether plugins may have been added or removed, and what each plugin must read again. */
export interface Consequences {
	readonly rescan: boolean;
	readonly changed: ReadonlyMap<Plugin, ReadonlySet<string>>;
}

/** Sorts events by the plugins that they are about. */
export async function consequencesOf(events: readonly DiskEvent[], fs: FileSystem, roots: Roots, folders: readonly string[]): Promise<Consequences> {
	const changed = new Map<Plugin, Set<string>>();
	const note = (plugin: Plugin, path: string) => changed.set(plugin, (changed.get(plugin) ?? new Set()).add(path));
	let rescan = false;
	for (const event of events) {
		const repository = repositoryOf(event.path);
		if (repository !== undefined) for (const plugin of roots.plugins) if (isIn(fs, repository, plugin.root)) note(plugin, '.git/HEAD');
		if (isSkipped(event.path, fs, roots, folders)) continue;
		if (await mayChangePlugins(event, fs, roots, folders)) rescan = true;
		const at = subjectOf(event.path, roots);
		const plugin = roots.pluginOf(parentOf(at) ?? at);
		const relative = plugin?.folder.relative(at);
		if (plugin && relative && (await belongs(fs, plugin.root, relative))) note(plugin, relative);
	}
	return { rescan, changed };
}

/** A go.mod of another module affects its whole folder. */
function subjectOf(path: string, roots: Roots): string {
	const parent = parentOf(path);
	return parent !== undefined && path.endsWith('/go.mod') && roots.get(parent) === undefined ? parent : path;
}

/** Whether a path is in a skipped folder, relative to the folders of the workspace and the plugins that it is in. */
function isSkipped(path: string, fs: FileSystem, roots: Roots, folders: readonly string[]): boolean {
	const below = [...folders, ...roots.plugins.map(plugin => plugin.root)].flatMap(root => relativeTo(root, path, fs.foldsCase) ?? []);
	return below.length > 0 && below.every(relative => relative.split('/').some(part => !looksInto(part)));
}

/** Whether an event can add or remove a plugin; stores which modules must be read again. */
async function mayChangePlugins({ path, type }: DiskEvent, fs: FileSystem, roots: Roots, folders: readonly string[]): Promise<boolean> {
	const parent = parentOf(path) ?? path;
	if (path.endsWith('/go.mod')) {
		roots.reconsider(parent);
		return type !== FileChangeType.Changed || roots.get(parent) === undefined;
	}
	if (type === FileChangeType.Deleted) return [...roots.plugins.map(plugin => plugin.root), ...roots.others].some(root => isIn(fs, path, root));
	const other = path.endsWith('.go') ? roots.others.find(root => isIn(fs, root, path)) : undefined;
	const isNew = type === FileChangeType.Created;
	if (other !== undefined && isNew) roots.reconsider(other);
	if (other !== undefined || !folders.some(folder => isIn(fs, folder, path))) return other !== undefined && isNew;
	// A Go file outside of any module shows a plugin by what it imports.
	if (path.endsWith('.go') && roots.pluginOf(path) === undefined) return (await rootAbove(fs, parent)) !== undefined;
	return isNew && (await rootsBelow(fs, path)).length > 0;
}
