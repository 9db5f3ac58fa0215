import type { Read } from '../facts/core/database';
import type { Directive } from '../facts/generated/directives';
import { goMod, replacement, sdkModule, sdkVersion } from '../facts/plugin/module';
import { compareVersions } from './sdk/table';

/** What of packer-sdc's behavior depends on the version that runs. */
export interface Generator {
	/** The version of the SDK that packer-sdc is of; undefined if nothing says. */
	readonly version: string | undefined;
	/** Duplicate fields and attributes are errors (since v0.4.0); before, the later one is left out. */
	readonly refusesDuplicates: boolean;
	/** A type alias is a type of its own: where packer-sdc's main module says `go 1.23` or newer (Go's GODEBUG gotypesalias). */
	readonly seesAliases: boolean;
	/** An alias is looked through for the attribute's type (since v0.6.6). */
	readonly unaliases: boolean;
	/** struct-markdown writes nothing below a folder named `packer` (since v0.6.7). */
	readonly skipsPacker: boolean;
}

/**
 * The generator that a directive runs. A version in the directive decides, else go.mod's: Makefiles install packer-sdc at the version
 * that go.mod requires. Undefined where the SDK is replaced by another copy, whose behavior is unknown.
 */
export function generatorOf(read: Read, { runner, version: pinned }: Pick<Directive, 'runner' | 'version'>): Generator | undefined {
	const version = pinned !== undefined && /^v\d/.test(pinned) ? pinned : pinned === undefined ? usedSdk(read) : undefined;
	if (version === undefined) return undefined;
	const since = (release: string) => compareVersions(version, release) >= 0;
	const ownModule = runner === 'tool' || (runner === 'run' && pinned === undefined);
	const [, major, minor] = /^(\d+)\.(\d+)/.exec(read(goMod)?.go?.version ?? '') ?? [];
	return {
		version,
		refusesDuplicates: since('v0.4.0'),
		seesAliases: ownModule ? Number(major) * 1000 + Number(minor) >= 1023 : since('v0.6.1'),
		unaliases: since('v0.6.6'),
		skipsPacker: since('v0.6.7'),
	};
}

/** The version of the SDK that the plugin is built with; undefined where go.mod does not say, or replaces it by another copy. */
export function usedSdk(read: Read): string | undefined {
	const replaced = read(replacement, sdkModule);
	return replaced === undefined ? read(sdkVersion) : undefined;
}
