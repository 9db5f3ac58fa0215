import type { BaselineEntry } from '../facts/readiness/baseline';
import type { Exemption } from '../facts/readiness/exemptions';
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
	readonly exemptions?: readonly Exemption[];
	/** The day of the check, as 2026-12-01; without it no exemption has expired. */
	readonly today?: string;
	/** The findings that do not count because they are old; without it, those of the plugin's own baseline file. */
	readonly baseline?: readonly BaselineEntry[];
	/** Whether these settings are not those of the plugin's own file, so that what they say in vain cannot be reported in it. */
	readonly elsewhere?: boolean;
}

/** The settings without any configuration. */
export const defaultSettings: Settings = { target: 'partner', rules: {} };
