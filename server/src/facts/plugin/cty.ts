import { gte, lt, valid } from 'semver';
import type { GoModReplace, GoModRequire } from '../../syntax/gomod/file';
import type { Fact } from '../core/database';
import { goMod, replacement, requirement, sdkModule } from './module';

/** The module of the type system of HCL. */
export const ctyModule = 'github.com/zclconf/go-cty';

/** The fork of go-cty that still has gob encoding, at the version that the SDK needs. */
export const ctyFork = { path: 'github.com/nywilken/go-cty', version: 'v1.13.3' };

/** The line that `packer-sdc fix` writes. */
export const ctyReplace = `replace ${ctyModule} => ${ctyFork.path} ${ctyFork.version} // added by packer-sdc fix as noted in github.com/hashicorp/packer-plugin-sdk/issues/187`;

/** A replacement of go-cty that the SDK does not compile with: `gone` by go-cty without gob, `old` by a fork that is too old, `other` of another version only. */
export interface WrongCtyReplace {
	readonly wrong: 'gone' | 'old' | 'other';
	readonly replace: GoModReplace;
	readonly required: GoModRequire;
	readonly sdk: string;
}

/** The SDK and the go-cty that go.mod requires, in versions that can be compared. */
const required: Fact<{ sdk: GoModRequire; cty: GoModRequire } | undefined> = read => {
	const [sdk, cty] = [read(requirement, sdkModule), read(requirement, ctyModule)];
	if (!sdk || !cty || (read(goMod)?.problems.length ?? 1) > 0 || !valid(sdk.version) || !valid(cty.version)) return undefined;
	return read(replacement, sdkModule) === undefined ? { sdk, cty } : undefined;
};

/** The replacement of go-cty, where the SDK does not compile with it. */
export const wrongCtyReplace: Fact<WrongCtyReplace | undefined> = read => {
	const found = read(required);
	const replaces = (read(goMod)?.replaces ?? []).filter(({ path }) => path === ctyModule);
	if (found === undefined || replaces[0] === undefined || !gte(found.sdk.version, '0.5.0') || !gte(found.cty.version, '1.11.0')) return undefined;
	const details = { required: found.cty, sdk: found.sdk.version };
	const replace = replaces.find(({ version }) => version === undefined || version === found.cty.version);
	if (replace === undefined) return { wrong: 'other', replace: replaces[0], ...details };
	const { newPath, newVersion } = replace;
	if (newVersion === undefined || !valid(newVersion)) return undefined;
	if (newPath === ctyModule) return gte(newVersion, '1.11.0') ? { wrong: 'gone', replace, ...details } : undefined;
	const isOld = newPath === ctyFork.path && lt(newVersion, ctyFork.version) && gte(found.sdk.version, '0.5.2');
	return isOld ? { wrong: 'old', replace, ...details } : undefined;
};

/** The go-cty that go.mod requires, where an SDK that compiles with it cannot encode its values with gob. */
export const ctyWithoutGob: Fact<{ readonly cty: GoModRequire; readonly sdk: string } | undefined> = read => {
	const found = read(required);
	if (found === undefined || read(replacement, ctyModule) !== undefined || gte(found.sdk.version, '0.5.0')) return undefined;
	return gte(found.cty.version, '1.11.0') ? { cty: found.cty, sdk: found.sdk.version } : undefined;
};
