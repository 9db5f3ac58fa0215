import { basename } from '../../facts/core/paths';
import { grouped } from '../../text/grouped';

/** A file that is there on one side only. */
export interface OneSided {
	readonly path: string;
	readonly blob: string;
	readonly text: string | undefined;
}

/** How many lines are looked up in other files. */
const mostLookups = 20_000_000;

/** Which added files are removed ones under another name, the new path first: with the same content, else with more than half of their lines in common, as git has it. */
export function renamesIn(added: readonly OneSided[], removed: readonly OneSided[]): ReadonlyMap<string, OneSided> {
	const renames = new Map<string, OneSided>();
	const left = new Set(removed);
	const take = (one: OneSided, from: OneSided | undefined) => {
		if (from === undefined) return;
		renames.set(one.path, from);
		left.delete(from);
	};
	const byBlob = grouped(removed, ({ blob }) => blob);
	for (const one of added) {
		const same = (byBlob.get(one.blob) ?? []).filter(other => left.has(other));
		take(one, same.find(({ path }) => basename(path) === basename(one.path)) ?? same[0]);
	}
	const open = added.filter(({ path, text }) => !renames.has(path) && text !== undefined);
	const linesOf = new Map([...open, ...left].map(one => [one, new Set((one.text ?? '').split(/\r?\n/))] as const));
	const lookups = left.size * open.reduce((sum, one) => sum + (linesOf.get(one)?.size ?? 0), 0);
	if (lookups > mostLookups) return renames;
	for (const one of open) {
		const likeness = [...left].map(other => ({
			other,
			share: shared(linesOf.get(one), linesOf.get(other)) + (basename(other.path) === basename(one.path) ? 0.01 : 0),
		}));
		const best = likeness.filter(({ share }) => share > 0.5).sort((a, b) => b.share - a.share)[0];
		take(one, best?.other);
	}
	return renames;
}

/** The share of lines that two files have in common, of the one that has more. */
function shared(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): number {
	if (one === undefined || other === undefined) return 0;
	let common = 0;
	for (const line of one) if (other.has(line)) common++;
	return common / Math.max(one.size, other.size);
}
