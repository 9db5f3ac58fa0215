import { changesOf } from './cli/changes/apply';
import { fixAll } from './cli/fix/rounds';
import { Engine, type Rules } from './engine/check';
import { generation } from './generate/command';
import { wanted } from './generate/staleness';
import type { FixedAll, PluginState } from './lsp/services';
import { create } from './text/edit';
import { copyOf } from './workspace/copy';
import type { FileSystem } from './workspace/fileSystem';
import { Supplies } from './workspace/supply';

/** What the safe fixes of a plugin need of the machine. */
export interface Modules {
	readonly fs: FileSystem;
	/** What `go env GOMODCACHE` would say; undefined if there is none. */
	readonly moduleCache?: string;
}

/**
 * All safe fixes of a plugin, or of one file in it, as changes from the files as they are to the files as the fixes leave them: made in a copy, again and
 * again until there is none left. Generated files that they make stale are generated there too, so that it is one change for a person.
 */
export async function safeFixes(rules: Rules, { fs, moduleCache }: Modules, { root, read, settings }: PluginState, only?: string): Promise<FixedAll> {
	const db = copyOf(read);
	await new Supplies(fs, moduleCache).hand({ root, db }, wanted);
	const engine = new Engine(rules);
	const check: Engine['check'] = (asked, how) => {
		const report = engine.check(asked, how);
		return only === undefined ? report : { ...report, findings: report.findings.filter(({ path }) => path === only) };
	};
	const { changes, fixes, settled } = await fixAll({ check }, db, settings, async () => true);
	const staleBefore = new Set(generation(read).writes.map(({ path }) => path));
	const writes = fixes.length === 0 ? [] : generation(db.get).writes.filter(({ path }) => !staleBefore.has(path));
	const made = changesOf(
		db,
		writes.map(({ path, text }) => create(path, text, { overwrite: true })),
	);
	const first = new Map(changes.map(({ path, before }) => [path, before]));
	const regenerated = made.map(change => (first.has(change.path) ? { ...change, before: first.get(change.path) } : change));
	return {
		changes: [...changes.filter(({ path }) => !regenerated.some(other => other.path === path)), ...regenerated],
		fixes: fixes.length,
		regenerated: regenerated.map(({ path }) => path),
		settled,
	};
}
