import type { Severity } from '../engine/rule';
import { defaultSettings, type RuleSetting, type Settings, type Target } from '../engine/settings';
import type { Read } from '../facts/core/database';
import { settingsFile } from '../facts/readiness/settings';

const levels: readonly unknown[] = ['error', 'warning', 'info', 'off'] satisfies readonly (Severity | 'off')[];
const targets: readonly unknown[] = ['partner', 'community'] satisfies readonly Target[];

/** The section of the editor's settings that is ours. */
export const section = 'packerReadiness';

/** Reads what the editor says under `packerReadiness`; invalid values are ignored. */
export function readEditorSettings(value: unknown): Settings {
	const { target, rules } = record(value);
	return {
		target: targets.includes(target) ? (target as Target) : defaultSettings.target,
		rules: Object.fromEntries(
			Object.entries(record(rules)).flatMap(([id, set]): Array<[string, RuleSetting]> => {
				const { severity, reason } = typeof set === 'string' ? { severity: set, reason: undefined } : record(set);
				if (!levels.includes(severity)) return [];
				const why = typeof reason === 'string' ? reason : severity === 'off' ? 'turned off in the settings of the editor' : undefined;
				return [[id, { severity: severity as Severity | 'off', ...(why === undefined ? {} : { reason: why }) }]];
			}),
		),
	};
}

/** The settings of a plugin's check on a day: those of its repository, else those of the editor. */
export function settingsOf(read: Read, editor: Settings, today: string): Settings {
	const { target = editor.target, rules = {}, exemptions = [] } = read(settingsFile) ?? {};
	return {
		target,
		exemptions,
		today,
		rules: { ...editor.rules, ...mapValues(rules, (said, id) => (said.severity === undefined ? { ...editor.rules[id], ...said } : said)) },
	};
}

const mapValues = <T, U>(record: Readonly<Record<string, T>>, map: (value: T, key: string) => U): Record<string, U> =>
	Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));

const record = (value: unknown): Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
