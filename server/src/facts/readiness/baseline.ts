import type { Fact } from '../core/database';
import { text } from '../core/files';

/** The file in a plugin's root that lists the findings that are old, as `baseline` writes it. */
export const baselinePath = '.packer-readiness-baseline.json';

/** Equal findings of one file that were there when the baseline was written. */
export interface BaselineEntry {
	readonly rule: string;
	readonly path: string;
	/** What the finding is, without the line and the file that it is in. */
	readonly fingerprint: string;
	readonly count: number;
}

/** A baseline, or what is wrong with it in a few words. */
export type Baseline = { readonly entries: readonly BaselineEntry[] } | { readonly problem: string };

/** The baseline of the plugin itself; undefined if it has none. */
export const ownBaseline: Fact<Baseline | undefined> = read => {
	const source = read(text, baselinePath);
	return source === undefined ? undefined : parseBaseline(source);
};

/** Reads a baseline. */
export function parseBaseline(source: string): Baseline {
	let value: unknown;
	try {
		value = JSON.parse(source.replace(/^\uFEFF/, ''));
	} catch {
		return { problem: 'it is not valid JSON' };
	}
	const { version, findings } = (typeof value === 'object' && value !== null ? value : {}) as { readonly version?: unknown; readonly findings?: unknown };
	if (version !== 1) return { problem: 'its version is not 1' };
	if (!Array.isArray(findings) || !findings.every(isEntry)) return { problem: 'its list of findings is not one that `baseline` writes' };
	return { entries: findings };
}

function isEntry(value: unknown): value is BaselineEntry {
	if (typeof value !== 'object' || value === null) return false;
	const { rule, path, fingerprint, count } = value as Readonly<Record<string, unknown>>;
	const texts = [rule, path, fingerprint].every(one => typeof one === 'string');
	return texts && typeof count === 'number' && Number.isSafeInteger(count) && count > 0;
}
