import { acceptanceTests, acctest } from '../facts/acctest/tests';
import type { Read } from '../facts/core/database';
import { importPaths } from '../facts/go/packages';
import { identity } from '../facts/plugin/identity';
import type { AcceptanceNeeds } from '../protocol';

/** What the acceptance tests of a plugin need of the machine: those that use the SDK's acctest run `packer`, which has to find the plugin installed. */
export function acceptanceNeedsOf(read: Read): AcceptanceNeeds {
	const { repository, source } = read(identity);
	const packer = read(acceptanceTests).some(path => read(importPaths, path).some(imported => imported === acctest || imported.startsWith(`${acctest}/`)));
	return { packer, binary: repository, source: source ?? null };
}
