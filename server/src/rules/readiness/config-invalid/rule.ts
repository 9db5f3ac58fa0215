import { defineRule } from '../../../engine/rule';
import { settingsFile, settingsPath } from '../../../facts/readiness/settings';
import { replace } from '../../../text/edit';
import { at } from '../../../text/place';

/** What can stand there, for problems where nothing similar does. */
const available: Readonly<Record<string, (wanted: string) => string>> = {
	key: () => ' The file has `target`, `rules` and `exemptions`; a rule has `severity`, `reason` and `options`.',
	option: wanted => ` The rule has ${wanted}.`,
};

export default defineRule({
	summary: 'The settings in .packer-readiness.yml are valid',
	title: 'Invalid setting',
	titles: {
		syntax: 'Invalid YAML in settings',
		key: 'Unknown setting',
		rule: 'Setting for unknown rule',
		empty: 'Setting without effect',
		severity: 'Invalid severity',
		target: 'Invalid target',
		option: 'Unknown option',
		type: 'Option of wrong type',
		unnamed: 'Exemption names no rule',
		reason: 'Exemption reason missing',
		date: 'Invalid date',
		component: 'Invalid component',
		path: 'Invalid path',
	},
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships',
	messages: {
		syntax: '`.packer-readiness.yml` is not valid YAML, so unreadable settings have no effect: {said}.',
		shape: '{said} must be a mapping, so its settings have no effect.',
		list: '{said} must be a list, so it has no effect.',
		key: 'Setting `{said}` does not exist, so it has no effect.{hint}',
		rule: 'Rule `{said}` does not exist, so this setting has no effect.{hint}',
		empty: 'Setting of `{said}` has no effect: severity and options are missing. Use off, error, warning or info.',
		severity: '`{said}` is not a severity, so the rule keeps its own. Use off, error, warning or info.',
		target: '`{said}` is not a target, so the plugin is checked as a partner plugin. Use partner or community.',
		option: 'Option `{said}` does not exist, so it has no effect.{hint}',
		type: 'Option `{said}` must be {wanted}. The rule uses its default.',
		unnamed: 'Exemption names no rule, so it has no effect. Add `rule`.',
		reason: 'Exemption of `{said}` gives no reason, so it has no effect. Add `reason`.',
		date: '`{said}` is not a day, so the exemption has no effect. Write it as 2027-03-31.',
		component: '`{said}` is not a component, so the exemption has no effect. Write its kind and registered name, as `builder/ebs`.{hint}',
		path: 'Exemption of `{said}` has a path that is not text, so it has no effect. Write patterns as in a .gitignore.',
	},

	*check(read) {
		for (const { kind, said, wanted = '', meant, node } of read(settingsFile)?.problems ?? []) {
			const place = at(settingsPath, node);
			const hint = meant === undefined ? (available[kind]?.(wanted) ?? '') : ` Did you mean \`${meant}\`?`;
			const data = { said: kind === 'syntax' ? said.replace(/"([^"]+)"/g, '`$1`') : said, wanted, hint };
			const fix = meant === undefined ? undefined : { title: `Change to ${meant}`, kind: 'offer' as const, edits: [replace(place, meant)] };
			yield { at: place, message: kind, data, ...(fix ? { fix } : {}) };
		}
	},
});
