import { lt, prerelease, valid } from 'semver';
import type { GoModRequire } from '../../syntax/gomod/file';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { importPaths } from '../go/packages';
import { goSources } from '../go/sources';
import { goMod, replacement, requirement, sdkModule } from './module';

/**
 * Why a version of the SDK is too old, the strongest reason: Packer rejects its `protocol`, its `download` step has known vulnerabilities, it is
 * below the `minimum` of the scaffolding, or it knows `gob` only.
 */
export type SdkAge = 'protocol' | 'download' | 'minimum' | 'gob';

/** The release of the SDK that go.mod requires and nothing replaces; undefined if that is not known. */
export const sdkRelease: Fact<GoModRequire | undefined> = read => {
	const required = read(requirement, sdkModule);
	if (!required || (read(goMod)?.problems.length ?? 1) > 0 || read(replacement, sdkModule) !== undefined) return undefined;
	return valid(required.version) && prerelease(required.version) === null ? required : undefined;
};

/** The SDK that go.mod requires, where it is too old; without one that is retracted. */
export const oldSdk: Fact<{ readonly required: GoModRequire; readonly age: SdkAge } | undefined> = read => {
	const required = read(sdkRelease);
	if (required === undefined || required.version === retractedSdk || !lt(required.version, '0.6.0')) return undefined;
	const { version } = required;
	if (lt(version, '0.0.11')) return { required, age: 'protocol' };
	if (lt(version, '0.3.0') && read(goSources).some(path => read(downloads, path))) return { required, age: 'download' };
	return { required, age: lt(version, '0.5.2') ? 'minimum' : 'gob' };
};

/** The version of the SDK that its authors retracted. */
export const retractedSdk = 'v0.5.0';

/** Whether a Go file uses the SDK's step that downloads files. */
const downloads: Fact<boolean, string> = (read, path) =>
	read(importPaths, path).includes(`${sdkModule}/multistep/commonsteps`) && /\bStepDownload\b/.test(read(text, path) ?? '');
