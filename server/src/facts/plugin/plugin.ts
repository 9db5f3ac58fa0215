import type { Fact, Read } from '../core/database';
import { repository } from '../core/inputs';
import { basename } from '../core/paths';
import { importPaths } from '../go/packages';
import { goSources } from '../go/sources';
import { entry, mainDirectories } from './entry';
import { coreModules, goMod, modulePath, ownImports, requirement, sdkModule } from './module';

/** Whether this is Packer or its plugin SDK: they import Packer's packages in many files, but are not plugins. */
const isPackerItself: Fact<boolean> = read => {
	const { origin } = read(repository);
	const path = read(ownImports) ?? (origin ? `github.com/${origin.owner}/${origin.name}` : '');
	return [...coreModules, sdkModule].some(module => path === module || path.startsWith(`${module}/`));
};

/** Whether Go code that is built imports the plugin SDK, or packages of Packer itself. */
const importsPacker: Fact<boolean> = read =>
	read(goSources).some(file => read(importPaths, file).some(path => [...coreModules, sdkModule].some(module => path.startsWith(`${module}/`))));

/**
 * Whether this is a Packer plugin: it serves components, or it has a package main and requires the plugin SDK, or its repository, module or
 * folder is named `packer-plugin-…`, so that it is meant to become one. Without a go.mod a name counts only beside code that imports Packer's packages.
 */
export const isPlugin: Fact<boolean> = read => {
	if (read(isPackerItself)) return false;
	if (isNamedSo(read) && (read(goMod) !== undefined || read(importsPacker))) return true;
	const required = read(requirement, sdkModule);
	if (required !== undefined && !required.indirect && read(mainDirectories).length > 0) return true;
	const main = read(entry); // the last, as it is the only one that takes a parser
	return main !== undefined && main.sets.length + main.servers.length > 0;
};

/** Whether a name says that this is a plugin. The repository's name says nothing of a module below its root, which may hold tools. */
function isNamedSo(read: Read): boolean {
	const { origin, folder, subdirectory } = read(repository);
	const module = basename((read(modulePath) ?? '').replace(/\/v\d+$/, ''));
	return [folder, module, ...(subdirectory === '' && origin ? [origin.name] : [])].some(name => name.startsWith('packer-plugin-'));
}
