import type { Input } from './inputs';

/**
 * The text of a partial that packer-sdc embeds, by the path that an `@include` names, from the Go module cache at the version in go.mod.
 * A caller that can read the module cache sets it before it writes files; no finding depends on it.
 */
export const sdkPartialText: Input<string | undefined> = { name: 'sdkPartialText', initial: undefined };

/**
 * The Go sources of a package of another module, by its import path, from the Go module cache at the version in go.mod: texts without tests and
 * generated hcl2spec files. Set by a caller that can read the module cache, for the packages that `wanted` names.
 */
export const packageSources: Input<readonly string[] | undefined> = { name: 'packageSources', initial: undefined };
