import type { ChangedLines } from '../../engine/since';
import type { Read } from '../../facts/core/database';
import { filesUnder } from '../../facts/core/files';
import { type FileState, file } from '../../facts/core/inputs';
import { isGitIgnored } from '../../facts/generated/ignored';
import type { Base } from './base';
import { Before } from './before';
import { allNew, type Effort, type LineMap, lineMapOf, wholeEffort } from './lineMap';
import { type OneSided, renamesIn } from './renames';

/** What is known of a file by its path; undefined where there is none. */
type State = readonly [path: string, state: FileState | undefined];

/** How a plugin differs from what it was. */
export interface Changes extends ChangedLines {
	/** How many files are new, changed, renamed or gone. */
	readonly files: number;
	/** The files that differ, as they were and as they are. */
	readonly before: readonly State[];
	readonly after: readonly State[];
}

/** Compares the files of a plugin, as they are read, with a base. What git ignores and does not have is not part of it. */
export async function changesSince(read: Read, base: Base): Promise<Changes> {
	const before = new Map<string, FileState | undefined>();
	const maps = new Map<string, LineMap>();
	const old = new Before(read, base);
	const effort = wholeEffort();
	const added: OneSided[] = [];
	const now = read(filesUnder, '');
	for (const path of now) {
		const state = read(file, path) as FileState;
		const was = await old.file(path);
		if (was === 'elsewhere') continue;
		if (was === undefined) {
			if (!base.index.has(path) && read(isGitIgnored, path)) continue;
			const text = textOf(state);
			added.push({ path, text, blob: text === undefined ? '' : old.id(text) });
			continue;
		}
		const text = textOf(state);
		if (text === undefined || old.isSame(path, was, text)) continue;
		const then = await old.state(path, was, text);
		const thenText = textOf(then);
		if (thenText === text) continue;
		before.set(path, then);
		maps.set(path, thenText === undefined ? allNew : lineMapOf(thenText, text, effort));
	}
	const removed: OneSided[] = [];
	const there = new Set(now);
	for (const path of old.paths()) {
		const was = there.has(path) || base.index.get(path)?.skipped ? undefined : base.files.get(path);
		if (was === undefined) continue;
		const state = await old.state(path, was, undefined);
		before.set(path, state);
		removed.push({ path, blob: was.blob, text: textOf(state) });
	}
	const renames = renamesIn(added, removed);
	const nowAt = new Map([...renames].map(([path, from]) => [from.path, path]));
	for (const { path, text } of added) {
		before.set(path, undefined);
		maps.set(path, lineMapFrom(renames.get(path)?.text, text, effort));
	}
	return {
		files: before.size - renames.size,
		before: [...before],
		after: [...before.keys()].map(path => [path, there.has(path) ? read(file, path) : undefined]),
		isChanged: (path, from, to) => maps.get(path)?.isChanged(from, to) ?? false,
		now(path, line) {
			const to = nowAt.get(path) ?? path;
			if (!there.has(to)) return undefined;
			const map = maps.get(to);
			const at = map === undefined ? line : map.now(line);
			return at === undefined ? undefined : { path: to, line: at };
		},
	};
}

const textOf = (state: FileState): string | undefined => ('text' in state ? state.text : undefined);

const lineMapFrom = (before: string | undefined, after: string | undefined, effort: Effort): LineMap =>
	before === undefined || after === undefined ? allNew : lineMapOf(before, after, effort);
