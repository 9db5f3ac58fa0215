import type { Severity } from './rule';

/** Who the plugin is submitted as: a partner (verified after review) or a community plugin, of which less is asked. */
export type Target = 'partner' | 'community';

/** What is said of one rule; where it says no severity, the rule keeps its own. */
export interface RuleSetting {
	readonly severity?: Severity | 'off';
	readonly reason?: string;
	/** The values of its options; one that the rule does not have, or of another type, is as if it were not there. */
	readonly options?: Readonly<Record<string, unknown>>;
}

/** How the rules are to be run on a plugin. */
export interface Settings {
	readonly target: Target;
	readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** How they are run where nobody says otherwise. */
export const defaultSettings: Settings = { target: 'partner', rules: {} };
