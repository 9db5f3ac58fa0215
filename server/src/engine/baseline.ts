import type { Read } from '../facts/core/database';
import type { BaselineEntry } from '../facts/readiness/baseline';
import { fingerprint } from './fingerprint';
import type { Reported } from './report';

/** Findings of which the old ones are suppressed, and the entries of the baseline for which nothing was found. */
export interface Compared {
	readonly findings: readonly Reported[];
	readonly gone: readonly BaselineEntry[];
}

/**
 * Suppresses the findings that a baseline lists. A finding is an old one where the baseline has one with the same fingerprint that is not yet taken: in the
 * same file first, then in another, because files are renamed.
 */
export function compareWithBaseline(read: Read, findings: readonly Reported[], entries: readonly BaselineEntry[]): Compared {
	const left = new Map<string, { entry: BaselineEntry; count: number }[]>();
	for (const entry of entries) {
		const same = left.get(entry.fingerprint);
		if (same === undefined) left.set(entry.fingerprint, [{ entry, count: entry.count }]);
		else same.push({ entry, count: entry.count });
	}
	const prints = findings.map(finding => (finding.suppressed === undefined ? fingerprint(read, finding) : ''));
	const old = new Set<Reported>();
	const take = (where: (entry: BaselineEntry, finding: Reported) => boolean) => {
		for (const [i, finding] of findings.entries()) {
			if (finding.suppressed !== undefined || old.has(finding)) continue;
			const found = left.get(prints[i] as string)?.find(({ entry, count }) => count > 0 && entry.rule === finding.rule && where(entry, finding));
			if (found === undefined) continue;
			found.count--;
			old.add(finding);
		}
	};
	take((entry, finding) => entry.path === finding.path);
	take(() => true);
	const reason = 'It is in the baseline.';
	return {
		findings: findings.map(finding => (old.has(finding) ? { ...finding, suppressed: { how: 'baseline', reason } } : finding)),
		gone: [...left.values()].flat().flatMap(({ entry, count }) => (count > 0 ? [{ ...entry, count }] : [])),
	};
}

/** The baseline of these findings: those that count, sorted by file, rule and fingerprint. */
export function baselineOf(read: Read, findings: readonly Reported[]): readonly BaselineEntry[] {
	const counted = new Map<string, BaselineEntry>();
	for (const finding of findings) {
		if (finding.suppressed !== undefined) continue;
		const { rule, path } = finding;
		const print = fingerprint(read, finding);
		const key = `${path}\n${rule}\n${print}`;
		counted.set(key, { rule, path, fingerprint: print, count: (counted.get(key)?.count ?? 0) + 1 });
	}
	return [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
