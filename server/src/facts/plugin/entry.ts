import type { GoCall, GoFile } from '../../syntax/go/file';
import type { Fact, Read } from '../core/database';
import { dirname } from '../core/paths';
import { goFile, goSources, isBrokenPackage, mentions, packageClause } from '../go/go';
import { importedAs } from '../go/packages';
import { coreModule, modulePath, sdkModule } from './module';

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

/** The files that can make a plugin set: they import the SDK's `plugin` package. */
const servingFiles: Fact<readonly string[]> = read => read(goSources).filter(path => pluginPackages.some(name => read(mentions, `${path}\0"${name}"`)));

/**
 * The package main that serves the plugin: the one at the root where it does, else the first that does or that imports the
 * package which does; a package main at the root where none does; undefined where there is none.
 */
export const entry: Fact<Entry | undefined> = read => {
	const mains = read(mainDirectories);
	const [dir] = mains;
	if (dir === undefined) return undefined;
	const calls = inReachOf(read, dir).flatMap(path => pluginCalls(read, path));
	const sets = calls.filter(c => c.name === 'NewSet').map(bare);
	const main = mainOf(read, dir);
	const served = sets.length > 0 ? calls : mains.flatMap(other => inReachOf(read, other).flatMap(path => pluginCalls(read, path)));
	const servers = served.filter((c, i) => c.name === 'Server' && served.findIndex(d => d.path === c.path && d.call.node === c.call.node) === i).map(bare);
	return { dir, ...(main ? { main } : {}), sets, servers };
};

/** The directories of the packages in which components can be registered: the package main, and any other that makes or is given a plugin set; of legacy servers each package main. */
export const servingDirectories: Fact<readonly string[]> = read => {
	const main = read(entry);
	if (main === undefined) return [];
	const mains = main.sets.length > 0 ? [] : main.servers.map(server => dirname(server.path));
	return [
		...new Set([
			main.dir,
			...mains,
			...read(servingFiles)
				.filter(path => !isMain(read, path))
				.map(dirname),
		]),
	].sort();
};

/** Whether a file that may register components or set the version is broken, so that what is not seen may stand there. */
export const isEntryBroken: Fact<boolean> = read => read(servingDirectories).some(dir => read(isBrokenPackage, dir));

/** Whether a plugin set is handed to code of another module, which can do with it what is not seen here. */
export const isSetHandedOut: Fact<boolean> = read =>
	(read(entry)?.sets ?? []).some(({ path, call }) => {
		const file = read(goFile, path);
		const names = (file?.bindings ?? []).filter(b => b.values.some(v => v.text === `${call.callee.text}()`)).flatMap(b => b.names.map(n => n.text));
		return (file?.calls ?? []).some(({ callee, arguments: given }) => {
			const qualifier = /^(\w+)\.\w+$/.exec(callee.text)?.[1];
			const imported = file && qualifier !== undefined ? importedAs(read, file, qualifier) : undefined;
			return imported !== undefined && imported.dir === undefined && given.some(a => names.includes(a.text));
		});
	});

/** The files that can make the set of one package main: its own, and those of packages that are no main. */
const inReachOf = (read: Read, dir: string) => read(servingFiles).filter(path => dirname(path) === dir || !isMain(read, path));

/** The directories of the packages main that serve the plugin, the likeliest first. */
export const mainDirectories: Fact<readonly string[]> = read => {
	const mains = read(goSources).filter(path => isMain(read, path));
	const serving = new Set(read(servingFiles).map(dirname));
	const module = read(modulePath) ?? '';
	const imports = (path: string) => [...serving].some(dir => read(mentions, `${path}\0"${dir === '' ? module : `${module}/${dir}`}"`));
	const direct = mains.filter(path => serving.has(dirname(path)));
	const candidates = direct.length > 0 ? direct : mains.filter(imports);
	const name = module.split('/').at(-1) ?? '';
	const found = [...new Set(candidates.map(dirname))].sort((a, b) => rank(a, name) - rank(b, name) || (a < b ? -1 : 1));
	return found.length > 0 || !mains.some(path => dirname(path) === '') ? found : [''];
};

const rank = (dir: string, name: string) => (dir === '' ? 0 : aside.test(dir) ? 3 : dir.endsWith(name) ? 1 : 2);
const aside = /(?:^|\/)(?:examples?|tools?|hack|scripts?|tests?)(?:\/|$)/;
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
