import type { Severity } from './rule';

/** Who the plugin is submitted as: a partner (verified after review) or a community plugin, for which some rules are less severe. */
export type Target = 'partner' | 'community';

/** The settings of one rule; without a severity, the rule keeps its own. */
export interface RuleSetting {
	readonly severity?: Severity | 'off';
	readonly reason?: string;
	/** The values of its options; unknown ones and those of another type are ignored. */
	readonly options?: Readonly<Record<string, unknown>>;
}

/** The settings of a check. */
export interface Settings {
	readonly target: Target;
	readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** The settings without any configuration. */
export const defaultSettings: Settings = { target: 'partner', rules: {} };
