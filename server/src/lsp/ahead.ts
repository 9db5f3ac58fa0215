import type { Read } from '../facts/core/database';
import { isBroken } from '../facts/go/broken';
import { goSources, goTests, hcl2Specs } from '../facts/go/sources';
import { isAsGenerated, sourceOfSpec } from '../generate/stale/hcl2spec';

/**
 * Reads the Go files that have changed, with all their bodies, and pauses after each. Without this the first rule that asks reads them
 * all in one step, as after a branch was checked out, and messages wait for as long as that takes.
 */
export function* parseAhead(read: Read, changed: ReadonlySet<string>): Generator<undefined, void> {
	for (const path of [...read(goSources), ...read(goTests)]) {
		if (!changed.has(path)) continue;
		read(isBroken, path);
		yield;
	}
	for (const path of read(hcl2Specs)) {
		if (!changed.has(path) && !changed.has(sourceOfSpec(path))) continue;
		if (!read(isAsGenerated, path)) read(isBroken, path);
		yield;
	}
}
