import type { Engine } from '../../engine/check';
import { type ResolvedEdit, resolveFix } from '../../engine/edits';
import type { Report, Reported } from '../../engine/report';
import type { Settings } from '../../engine/settings';
import { TakenEdits } from '../../engine/takenEdits';
import type { Database } from '../../facts/core/database';
import { exists, text } from '../../facts/core/files';
import { type Change, type Made, outcome } from '../changes/apply';

/** How often the rules run again after fixes: a fix may uncover another finding, and two fixes that undo each other must not run forever. */
const mostRounds = 10;

/** The result of fixing: the changed files, the applied fixes, and whether no safe fix is left in what could be looked at. */
export interface Fixed {
	readonly changes: readonly Change[];
	readonly fixes: ReadonlyArray<{ readonly path: string; readonly title: string; readonly rule: string }>;
	readonly settled: boolean;
	/** What could not be looked at, so that there may be more to fix. */
	readonly missed: Pick<Report, 'unreadable' | 'failures'>;
}

/** Applies the safe fixes in the database, in rounds until none is left. */
export async function fixAll(engine: Pick<Engine, 'check'>, db: Database, settings: Settings, mayChange: (path: string) => Promise<boolean>): Promise<Fixed> {
	const before = new Map<string, string | undefined>();
	const executables = new Set<string>();
	const fixes: Array<Fixed['fixes'][number]> = [];
	let settled = false;
	let missed: Fixed['missed'] = { unreadable: [], failures: [] };
	for (let round = 0; round < mostRounds && !settled; round++) {
		const { findings, unreadable, failures } = engine.check(db.get, settings);
		missed = { unreadable, failures };
		const made = await oneRound(db, findings, mayChange);
		settled = made.fixes.length === 0;
		fixes.push(...made.fixes);
		for (const [path, change] of made.files) {
			if (!before.has(path)) before.set(path, db.get(text, path));
			if (change.executable) executables.add(path);
			db.setFile(path, change.text === undefined ? undefined : { text: change.text });
		}
	}
	const changes = [...before].map(([path, was]) => ({ path, before: was, after: db.get(text, path), executable: executables.has(path) }));
	return { changes: changes.filter(c => c.before !== c.after).sort((a, b) => (a.path < b.path ? -1 : 1)), fixes, settled, missed };
}

/** One round: applies each fix as a whole, and skips fixes that touch what an earlier one touched. */
async function oneRound(
	db: Database,
	findings: readonly Reported[],
	mayChange: (path: string) => Promise<boolean>,
): Promise<{ fixes: Fixed['fixes']; files: ReadonlyMap<string, Made> }> {
	const taken = new TakenEdits({ sharing: false });
	const fixes: Array<Fixed['fixes'][number]> = [];
	for (const { fix, suppressed, rule, path } of findings) {
		if (fix?.kind !== 'safe' || suppressed !== undefined) continue;
		const edits = resolveFix(db.get, fix).filter(edit => !isDone(db, edit) && !taken.has(edit));
		if (edits.length === 0 || !edits.every(edit => isPossible(db, edit) && !taken.clashes(edit))) continue;
		if ((await Promise.all(edits.map(edit => mayChange(edit.path)))).includes(false)) continue;
		taken.add(edits);
		fixes.push({ path, title: fix.title, rule });
	}
	return { fixes, files: new Map([...taken.byPath()].map(([path, edits]) => [path, outcome(db, path, edits)])) };
}

/** Whether an edit would change nothing. */
function isDone(db: Database, edit: ResolvedEdit): boolean {
	if (edit.kind === 'delete') return !db.get(exists, edit.path);
	const source = db.get(text, edit.path);
	return edit.kind === 'create' ? source === edit.text : source?.slice(edit.span.start, edit.span.end) === edit.text && edit.text !== '';
}

/** Whether what an edit needs is there: a text to change, a free place for a new file. */
const isPossible = (db: Database, edit: ResolvedEdit): boolean =>
	edit.kind === 'create' ? edit.overwrite === true || !db.get(exists, edit.path) : edit.kind === 'delete' || db.get(text, edit.path) !== undefined;
