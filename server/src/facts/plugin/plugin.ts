import type { Fact, Read } from '../core/database';
import { repository } from '../core/inputs';
import { basename } from '../core/paths';
import { entry, mainDirectories } from './entry';
import { goMod, modulePath, requirement, sdkModule } from './module';

/** Modules that import Packer's packages by the dozen and are no plugins. */
const notPlugins = /^github\.com\/hashicorp\/packer(?:-plugin-sdk)?(?:\/|$)/;

/**
 * Whether this module is a Packer plugin: it serves one, or it has a package main and requires the plugin SDK,
 * or its repository, module or folder is named `packer-plugin-…`, so that it is meant to become one.
 */
export const isPlugin: Fact<boolean> = read => {
	if (read(goMod) === undefined || notPlugins.test(read(modulePath) ?? '')) return false;
	if (isNamedSo(read)) return true;
	const required = read(requirement, sdkModule);
	if (required !== undefined && !required.indirect && read(mainDirectories).length > 0) return true;
	const main = read(entry); // the last, as it is the only one that takes a parser
	return main !== undefined && main.sets.length + main.servers.length > 0;
};

/** A module below the root of a plugin's repository, for its tools say, is none because the repository is. */
function isNamedSo(read: Read): boolean {
	const { origin, folder, subdirectory } = read(repository);
	const module = basename((read(modulePath) ?? '').replace(/\/v\d+$/, ''));
	return [folder, module, ...(subdirectory === '' && origin ? [origin.name] : [])].some(name => name.startsWith('packer-plugin-'));
}
