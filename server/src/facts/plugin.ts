import type { Fact } from './database';
import { entry } from './entry';
import { identity } from './identity';
import { goMod, modulePath, requirement, sdkModule } from './module';

/** Modules that import Packer's packages by the dozen and are no plugins. */
const notPlugins = /^github\.com\/hashicorp\/packer(?:-plugin-sdk)?(?:\/|$)/;

/**
 * Whether this module is a Packer plugin: it serves one, or it has a package main and requires the plugin SDK,
 * or its repository, module or folder is named `packer-plugin-…`, so that it is meant to become one.
 */
export const isPlugin: Fact<boolean> = read => {
	if (read(goMod) === undefined || notPlugins.test(read(modulePath) ?? '')) return false;
	const main = read(entry);
	if (main !== undefined && main.sets.length + main.servers.length > 0) return true;
	const required = read(requirement, sdkModule);
	return (main !== undefined && required !== undefined && !required.indirect) || read(identity).repository.startsWith('packer-plugin-');
};
