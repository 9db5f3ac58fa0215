import { nodes } from '../../syntax/go/file';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { dirname } from '../core/paths';
import { isBrokenPackage } from '../go/broken';
import { callsTo, type ExprAt, scopeAt } from '../go/calls';
import { goFile } from '../go/file';
import { importPaths, packageClause } from '../go/packages';
import { denoted, exprAt } from '../go/resolve';
import { goSources } from '../go/sources';
import { coreModules, ownImports, sdkModule } from './module';

/** How the plugin starts: the package main that serves it. */
export interface Entry {
	/** The directory of the package main, `''` at the root. */
	readonly dir: string;
	/** The name of `func main`; undefined if the package has none. */
	readonly main?: Place;
	/** The `plugin.NewSet()` calls, wherever they stand. */
	readonly sets: readonly ExprAt[];
	/** The `plugin.Server()` calls, each of which serves one component as plugins did before Packer 1.7. */
	readonly servers: readonly ExprAt[];
}

/** The import paths of the package that makes plugin sets: the SDK's, and Packer's own, which older plugins use. */
export const pluginPackages: readonly string[] = [`${sdkModule}/plugin`, ...coreModules.map(core => `${core}/packer/plugin`)];

/** The files that can make a plugin set: they import the SDK's `plugin` package. */
const servingFiles: Fact<readonly string[]> = read => read(goSources).filter(path => read(importPaths, path).some(name => pluginPackages.includes(name)));

/**
 * The package main that serves the plugin: preferably at the root, else the first that serves it or imports the package that does.
 * If none serves it, a package main at the root; undefined if there is none.
 */
export const entry: Fact<Entry | undefined> = read => {
	const mains = read(mainDirectories);
	const [dir] = mains;
	if (dir === undefined) return undefined;
	const calls = (name: string) => inOrder(pluginPackages.flatMap(path => read(callsTo, `${path}.${name}`)));
	const inReach = (calls: readonly ExprAt[], dirs: readonly string[]) => calls.filter(({ path }) => dirs.includes(dirname(path)) || !isMain(read, path));
	const sets = inReach(calls('NewSet'), [dir]);
	const main = mainOf(read, dir);
	return { dir, ...(main ? { main } : {}), sets, servers: inReach(calls('Server'), sets.length > 0 ? [dir] : mains) };
};

const inOrder = (calls: readonly ExprAt[]) => [...calls].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

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
	(read(entry)?.sets ?? []).some(set => {
		const scope = scopeAt(read, set);
		const holders = scope.body.locals.flatMap((local, i) => (local.init === set.x || local.writes.includes(set.x) ? [i] : []));
		return scope.body.calls.some(x => {
			const call = exprAt(scope, x);
			const fn = call.op === 'call' ? denoted(read, scope, call.fn) : undefined;
			if (call.op !== 'call' || fn?.kind !== 'package' || fn.dir !== undefined) return false;
			return call.args.some(argument => {
				const given = exprAt(scope, argument);
				return argument === set.x || (given.op === 'ref' && given.to !== undefined && holders.includes(given.to));
			});
		});
	});

/** The directories of the packages main that serve the plugin, the likeliest first. */
export const mainDirectories: Fact<readonly string[]> = read => {
	const mains = read(goSources).filter(path => isMain(read, path));
	const serving = new Set(read(servingFiles).map(dirname));
	const module = read(ownImports) ?? '';
	const packages = new Set([...serving].map(dir => (dir === '' ? module : `${module}/${dir}`)));
	const direct = mains.filter(path => serving.has(dirname(path)));
	const candidates = direct.length > 0 ? direct : mains.filter(path => read(importPaths, path).some(name => packages.has(name)));
	const name = module.split('/').at(-1) ?? '';
	const found = [...new Set(candidates.map(dirname))].sort((a, b) => rank(a, name) - rank(b, name) || (a < b ? -1 : 1));
	return found.length > 0 || !mains.some(path => dirname(path) === '') ? found : [''];
};

const rank = (dir: string, name: string) => (dir === '' ? 0 : aside.test(dir) ? 3 : dir.endsWith(name) ? 1 : 2);
const aside = /(?:^|\/)(?:examples?|tools?|hack|scripts?|tests?)(?:\/|$)/;

const isMain = (read: Read, path: string) => read(packageClause, path) === 'main';

function mainOf(read: Read, dir: string): Entry['main'] {
	for (const path of read(goSources)) {
		const found = dirname(path) === dir ? read(goFile, path)?.functions.find(f => f.name === 'main' && f.receiver === undefined) : undefined;
		if (found) return at(path, nodes.function.name, found.decl);
	}
	return undefined;
}
