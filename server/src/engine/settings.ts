import type { Severity } from './rule';

/** Who the plugin is submitted as: a partner (verified after review) or a community plugin, of which less is asked. */
export type Target = 'partner' | 'community';

/** What the repository's `.packer-readiness.yml` says of one rule. */
export interface RuleSetting {
	readonly severity: Severity | 'off';
	readonly reason?: string;
}

/** How the rules are to be run on a plugin. */
export interface Settings {
	readonly target: Target;
	readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** How they are run where nobody says otherwise. */
export const defaultSettings: Settings = { target: 'partner', rules: {} };
