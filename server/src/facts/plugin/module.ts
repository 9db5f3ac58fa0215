import type { GoModFile, GoModReplace, GoModRequire } from '../../syntax/gomod/file';
import { parseGoMod } from '../../syntax/gomod/parse';
import type { NodeSpans } from '../../text/nodes';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { join } from '../core/paths';
import { importRoot } from './importRoot';

/** The module of the plugin SDK, and that of Packer itself. */
export const sdkModule = 'github.com/hashicorp/packer-plugin-sdk';
export const coreModule = 'github.com/hashicorp/packer';

/** The paths of Packer itself: today's, and the one that it had before it moved to HashiCorp. */
export const coreModules: readonly string[] = [coreModule, 'github.com/mitchellh/packer'];

const parsed: Fact<{ file: GoModFile; spans: NodeSpans } | undefined, string> = (read, path) => {
	const source = read(text, path);
	return source === undefined ? undefined : parseGoMod(source);
};

/** What the plugin's go.mod says; undefined if there is none. */
export const goMod: Fact<GoModFile | undefined> = read => read(parsed, 'go.mod')?.file;

/** Where the nodes of a go.mod stand. */
export const goModSpans: Fact<NodeSpans | undefined, string> = (read, path) => read(parsed, path)?.spans;

/** The module path; undefined if go.mod has none. */
export const modulePath: Fact<string | undefined> = read => read(goMod)?.module?.path;

/** The line that requires a module; undefined if none does. */
export const requirement: Fact<GoModRequire | undefined, string> = (read, path) => read(goMod)?.requires.find(r => r.path === path);

/** The replacement of a module whatever its version; undefined if there is none. */
export const replacement: Fact<GoModReplace | undefined, string> = (read, path) => read(goMod)?.replaces.find(r => r.path === path);

/** The version of the plugin SDK that go.mod requires, `v0.6.10`; undefined if it does not say. */
export const sdkVersion: Fact<string | undefined> = read => read(requirement, sdkModule)?.version;

/** The path with which imports of this module's packages begin: the module path, without a go.mod, what the imports themselves show. */
export const ownImports: Fact<string | undefined> = read => (read(goMod) === undefined ? read(importRoot) : read(modulePath));

/** The directory of an import path within this module; undefined if it is of another module. */
export const directoryOf: Fact<string | undefined, string> = (read, importPath) => {
	const module = read(ownImports);
	if (module === undefined) return undefined;
	if (importPath === module) return '';
	return importPath.startsWith(`${module}/`) ? join(importPath.slice(module.length + 1)) : undefined;
};
