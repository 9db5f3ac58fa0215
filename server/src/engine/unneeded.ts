import type { BaselineEntry } from '../facts/readiness/baseline';
import type { Exemption } from '../facts/readiness/exemptions';
import type { Suppression } from '../facts/readiness/suppressions';

/** What suppresses nothing, because no rule finds what it is about. */
export interface Vain {
	readonly comments: ReadonlyArray<Suppression & { readonly path: string }>;
	readonly exemptions: readonly Exemption[];
	/** The rules that the plugin's own settings turn off. */
	readonly rules: readonly string[];
	/** Entries of the baseline. */
	readonly gone: readonly BaselineEntry[];
}
