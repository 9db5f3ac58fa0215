import type { Input } from '../inputs';

/**
 * The text of a partial that packer-sdc embeds, by the path that an `@include` names, from the Go module cache at the version in go.mod.
 * Whoever can read the module cache sets it before something is written; nothing is diagnosed with it.
 */
export const sdkPartialText: Input<string | undefined> = { name: 'sdkPartialText', initial: undefined };
