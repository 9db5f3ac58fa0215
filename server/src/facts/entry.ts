import type { GoCall, GoFile } from '../syntax/go/file';
import type { Fact, Read } from './database';
import { goFile, goSources, mentions, packageClause } from './go';
import { coreModule, modulePath, sdkModule } from './module';
import { importedAs } from './packages';
import { dirname } from './paths';

/** A call in one file. */
export interface CallAt {
	readonly path: string;
	readonly call: GoCall;
}

/** How the plugin starts: the package main that serves it. */
export interface Entry {
	/** The directory of the package main, `''` at the root. */
	readonly dir: string;
	/** The file with `func main`, and the node of its name; undefined where the package has none. */
	readonly main?: { readonly path: string; readonly node: GoCall['node'] };
	/** The `plugin.NewSet()` calls, wherever they stand. */
	readonly sets: readonly CallAt[];
	/** The `plugin.Server()` calls of the style from before Packer 1.7. */
	readonly servers: readonly CallAt[];
}

/** The import paths of the package that makes plugin sets: the SDK's, and Packer's own from before there was an SDK. */
const pluginPackages = [`${sdkModule}/plugin`, `${coreModule}/packer/plugin`];

/** The files that can register components: they import the SDK's `plugin` package. */
export const servingFiles: Fact<readonly string[]> = read => read(goSources).filter(path => pluginPackages.some(name => read(mentions, `${path}\0"${name}"`)));

/**
 * The package main that serves the plugin: the one at the root where it does, else the first that does or that imports the
 * package which does; a package main at the root where none does; undefined where there is none.
 */
export const entry: Fact<Entry | undefined> = read => {
	const dir = mainDirectory(read);
	if (dir === undefined) return undefined;
	const files = read(servingFiles).filter(path => dirname(path) === dir || !isMain(read, path));
	const calls = files.flatMap(path => pluginCalls(read, path));
	const main = mainOf(read, dir);
	return { dir, ...(main ? { main } : {}), sets: calls.filter(c => c.name === 'NewSet').map(bare), servers: calls.filter(c => c.name === 'Server').map(bare) };
};

function mainDirectory(read: Read): string | undefined {
	const mains = read(goSources).filter(path => isMain(read, path));
	const serving = new Set(read(servingFiles).map(dirname));
	const module = read(modulePath) ?? '';
	const imports = (path: string) => [...serving].some(dir => read(mentions, `${path}\0"${dir === '' ? module : `${module}/${dir}`}"`));
	const direct = mains.filter(path => serving.has(dirname(path)));
	const candidates = direct.length > 0 ? direct : mains.filter(imports);
	const name = module.split('/').at(-1) ?? '';
	const [best] = [...new Set(candidates.map(dirname))].sort((a, b) => rank(a, name) - rank(b, name) || (a < b ? -1 : 1));
	return best ?? (mains.some(path => dirname(path) === '') ? '' : undefined);
}

const rank = (dir: string, name: string) => (dir === '' ? 0 : dir.endsWith(name) ? 1 : 2);
const bare = ({ path, call }: CallAt): CallAt => ({ path, call });

const isMain = (read: Read, path: string) => read(packageClause, path) === 'main';

function mainOf(read: Read, dir: string): Entry['main'] {
	for (const path of read(goSources)) {
		if (dirname(path) !== dir || !read(mentions, `${path}\0func main`)) continue;
		const node = read(goFile, path)?.functions.find(f => f.name === 'main' && f.receiver === undefined)?.node;
		if (node !== undefined) return { path, node };
	}
	return undefined;
}

function pluginCalls(read: Read, path: string): Array<CallAt & { name: string }> {
	const file: GoFile | undefined = read(goFile, path);
	return (file?.calls ?? []).flatMap(call => {
		const [, qualifier, name] = /^(\w+)\.(NewSet|Server)$/.exec(call.callee.text) ?? [];
		if (!file || qualifier === undefined || name === undefined) return [];
		return pluginPackages.includes(importedAs(read, file, qualifier)?.path ?? '') ? [{ path, call, name }] : [];
	});
}
