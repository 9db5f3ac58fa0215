import type { GoModFile, GoModReplace, GoModRequire } from '../../syntax/gomod/file';
import { parseGoMod } from '../../syntax/gomod/parse';
import type { NodeSpans } from '../../text/nodes';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { join } from '../core/paths';

/** The module of the plugin SDK, and that of Packer itself. */
export const sdkModule = 'github.com/hashicorp/packer-plugin-sdk';
export const coreModule = 'github.com/hashicorp/packer';

const parsed: Fact<{ file: GoModFile; spans: NodeSpans } | undefined, string> = (read, path) => {
	const source = read(text, path);
	return source === undefined ? undefined : parseGoMod(source);
};

/** What the plugin's go.mod says; undefined where there is none. */
export const goMod: Fact<GoModFile | undefined> = read => read(parsed, 'go.mod')?.file;

/** Where the nodes of a go.mod stand. */
export const goModSpans: Fact<NodeSpans | undefined, string> = (read, path) => read(parsed, path)?.spans;

/** The module path; undefined where go.mod has none. */
export const modulePath: Fact<string | undefined> = read => read(goMod)?.module?.path;

/** The line that requires a module; undefined where none does. */
export const requirement: Fact<GoModRequire | undefined, string> = (read, path) => read(goMod)?.requires.find(r => r.path === path);

/** The replacement of a module whatever its version; undefined where there is none. */
export const replacement: Fact<GoModReplace | undefined, string> = (read, path) => read(goMod)?.replaces.find(r => r.path === path);

/** The version of the plugin SDK that go.mod requires, `v0.6.10`; undefined where it does not say. */
export const sdkVersion: Fact<string | undefined> = read => read(requirement, sdkModule)?.version;

/** The directory of an import path within this module; undefined where it is of another module. */
export const directoryOf: Fact<string | undefined, string> = (read, importPath) => {
	const module = read(modulePath);
	if (module === undefined) return undefined;
	if (importPath === module) return '';
	return importPath.startsWith(`${module}/`) ? join(importPath.slice(module.length + 1)) : undefined;
};
