import type { Rules } from '../../engine/check';
import type { Option } from '../../engine/options';
import type { Rule } from '../../engine/rule';

/** A word that can be written in a settings file: what it means, and whether a value or a mapping follows it. */
export interface Word {
	readonly word: string;
	/** The rule that it names, and what that requires. */
	readonly rule?: string;
	readonly title?: string;
	readonly about: string;
	readonly opens: 'value' | 'mapping' | 'nothing';
	/** A few words for lists. */
	readonly detail?: string;
}

const target: readonly Word[] = [
	{ word: 'partner', about: 'All requirements of the Packer Integration Program apply. This is the default.', opens: 'nothing' },
	{
		word: 'community',
		about: 'Some rules are less severe, such as those about the license, acceptance tests and support.',
		opens: 'nothing',
	},
];

const severity: readonly Word[] = [
	{ word: 'off', about: 'Suppresses the rule. Its findings are not shown, and reports count them as suppressed.', opens: 'nothing' },
	{ word: 'error', about: 'Packer or the integrations portal rejects the plugin.', opens: 'nothing' },
	{ word: 'warning', about: 'A reviewer asks for a change.', opens: 'nothing' },
	{ word: 'info', about: 'Advice.', opens: 'nothing' },
];

const top: readonly Word[] = [
	{ word: 'target', about: 'Who submits the plugin: `partner` or `community`.', opens: 'value' },
	{ word: 'rules', about: 'Severities and options of rules, by rule id.', opens: 'mapping' },
	{ word: 'exemptions', about: 'List of findings that do not count: a rule, in some files or for a component, with a reason.', opens: 'mapping' },
];

const ofRule: readonly Word[] = [
	{ word: 'severity', about: "Severity of the rule's findings: `off`, `error`, `warning` or `info`.", opens: 'value' },
	{ word: 'reason', about: 'Why this plugin departs from the rule. Reports show it beside what is suppressed.', opens: 'value' },
];

const ofExemption: readonly Word[] = [
	{ word: 'rule', about: 'Rule whose findings do not count.', opens: 'value' },
	{ word: 'path', about: 'Files in which they do not count, as patterns of a .gitignore. Default: all files.', opens: 'value' },
	{ word: 'component', about: 'Component of which they do not count: its kind and its registered name, such as `builder/ebs`.', opens: 'value' },
	{ word: 'reason', about: 'Why they do not count. Reports show it beside what is suppressed.', opens: 'value' },
	{ word: 'owner', about: 'Who answers for the exemption.', opens: 'value' },
	{ word: 'expires', about: 'Last day on which the exemption counts, such as `2027-03-31`. After it the findings count again.', opens: 'value' },
];

/** The words that can be written under some keys: as a key, or as the value of the last of them. */
export function wordsAt(rules: Rules, kind: 'key' | 'value', keys: readonly string[]): readonly Word[] {
	const [first, id, name, option] = keys;
	if (kind === 'key' && keys.length === 0) return top;
	if (kind === 'value' && keys.length === 1 && first === 'target') return target;
	if (first === 'exemptions' && kind === 'key' && keys.length === 1) return ofExemption;
	if (first === 'exemptions' && kind === 'value' && keys.length === 2 && id === 'rule')
		return Object.entries(rules).map(([rule, of]) => ({ ...wordOf(rule, of), opens: 'nothing' as const }));
	if (first !== 'rules') return [];
	if (kind === 'key' && keys.length === 1) return Object.entries(rules).map(([rule, of]) => wordOf(rule, of));
	if (kind === 'value' && keys.length === 2) return severity;
	const options = Object.entries((id !== undefined && Object.hasOwn(rules, id) && rules[id]?.options) || {});
	if (kind === 'key' && keys.length === 2) return options.length === 0 ? ofRule : [...ofRule, optionsWord(options)];
	if (kind === 'value' && keys.length === 3 && name === 'severity') return severity;
	if (name !== 'options') return [];
	if (kind === 'key' && keys.length === 3) return options.map(([word, of]) => ({ word, about: aboutOption(of), opens: 'value' }));
	const set = options.find(([word]) => word === option)?.[1];
	return kind === 'value' && keys.length === 4 && set?.type === 'boolean'
		? ['true', 'false'].map(word => ({ word, about: aboutOption(set), opens: 'nothing' }))
		: [];
}

function wordOf(id: string, { summary, severity, severities = {}, community, options = {} }: Rule): Word {
	const levels = [...new Set([severity, ...Object.values(severities)])].filter(level => level !== undefined).join(' or ');
	const about = `Default severity: ${levels}${community === undefined ? '' : `; ${community} for a community plugin`}.`;
	const list = Object.entries(options);
	return {
		word: id,
		rule: id,
		title: `${summary}.`,
		about: list.length === 0 ? about : `${about}\n\nOptions:\n${listOf(list)}`,
		opens: 'value',
		detail: levels,
	};
}

const optionsWord = (options: ReadonlyArray<readonly [string, Option]>): Word => ({
	word: 'options',
	about: `Options of the rule:\n${listOf(options)}`,
	opens: 'mapping',
});

const listOf = (options: ReadonlyArray<readonly [string, Option]>) => options.map(([name, option]) => `- \`${name}\`: ${aboutOption(option)}`).join('\n');

const aboutOption = ({ description, default: usual }: Option): string => `${description}. Default: \`${JSON.stringify(usual)}\`.`;
