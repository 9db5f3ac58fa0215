import { compare } from 'semver';
import type { GoModVersion } from '../../syntax/gomod/file';
import type { Fact, Read } from '../core/database';
import { goMod } from './module';
import { sdkRelease } from './sdkAge';

/** The `go` directives of the SDK since v0.5.4, the first that the go command insists on, newest first. */
const needed: ReadonlyArray<readonly [sdk: string, go: string]> = [
	['0.6.10', '1.25.11'],
	['0.6.8', '1.25.10'],
	['0.6.5', '1.24.0'],
	['0.6.1', '1.23.0'],
	['0.5.4', '1.21.0'],
];

/** A `go` directive that is older than that of the SDK. */
export interface OldGo {
	readonly said: GoModVersion;
	readonly wanted: string;
	readonly sdk: string;
}

/** The `go` directive, where it is older than that of the required SDK: then no build starts with Go 1.21 or later (go.dev/doc/toolchain). */
export const oldGo: Fact<OldGo | undefined> = read => {
	const sdk = read(sdkRelease)?.version;
	return sdk === undefined ? undefined : oldGoFor(read, sdk);
};

/** The `go` directive, where it is older than that of a release of the SDK. */
export function oldGoFor(read: Read, sdk: string): OldGo | undefined {
	const said = read(goMod)?.go;
	const wanted = needed.find(([from]) => compare(sdk, from) >= 0)?.[1];
	return said !== undefined && wanted !== undefined && isOlder(said.version, wanted) ? { said, wanted, sdk } : undefined;
}

/** Whether a version of Go is older than a release: `1.21` is the language, and older than `1.21.0`. */
function isOlder(version: string, release: string): boolean {
	const parts = /^(\d+)\.(\d+)(?:\.(\d+))?$/.exec(version);
	const wanted = release.split('.').map(Number);
	if (parts === null) return false;
	for (const i of [0, 1, 2]) {
		const difference = Number(parts[i + 1] ?? -1) - (wanted[i] ?? 0);
		if (difference !== 0) return difference < 0;
	}
	return false;
}
