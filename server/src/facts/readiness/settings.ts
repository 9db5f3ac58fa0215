import type { YamlEntry, YamlFile, YamlValue } from '../../syntax/yaml/file';
import { asText, entries, get, isNull } from '../../syntax/yaml/lookup';
import { parseYaml } from '../../syntax/yaml/parse';
import type { Node, NodeSpans } from '../../text/nodes';
import { yamlFile } from '../ci/yaml';
import type { Fact } from '../core/database';
import { type Exemption, exemptionsOf } from './exemptions';
import { nearest } from './nearest';
import { isOfType, type OptionType, type OptionTypes } from './options';
import type { SettingsProblem, Wrong } from './problems';
import { ruleIds } from './ruleIds';
import { ruleOptions } from './ruleOptions';

/** The file in a plugin's root that says how it is to be checked. */
export const settingsPath = '.packer-readiness.yml';

/** The words that stand for a severity, and for none. */
export const severities = ['off', 'error', 'warning', 'info'] as const;
/** Who a plugin can be submitted as. */
export const targets = ['partner', 'community'] as const;

/** What the file can set, and what it can set of a rule. */
export const settingNames = ['target', 'rules', 'exemptions'] as const;
export const ruleSettingNames = ['severity', 'reason', 'options'] as const;

/** What the file says of one rule. */
export interface SaidOfRule {
	readonly severity?: (typeof severities)[number];
	readonly reason?: string;
	/** Those options that the rule has, with values of their types. */
	readonly options?: Readonly<Record<string, OptionTypes[OptionType]>>;
}

/** What the file says; `target` is missing if it does not say. What is wrong is left out of the rest. */
export interface SettingsFile {
	readonly target?: (typeof targets)[number];
	readonly rules: Readonly<Record<string, SaidOfRule>>;
	/** The rules' ids in the file. */
	readonly nodes: Readonly<Record<string, Node>>;
	readonly exemptions: readonly Exemption[];
	readonly problems: readonly SettingsProblem[];
}

/** What the plugin's own file says; undefined if it has none. */
export const settingsFile: Fact<SettingsFile | undefined> = read => {
	const file = read(yamlFile, settingsPath);
	return file && readSettings(file);
};

/** The default settings of a check: those of the plugin's own file; without it, a partner plugin and every rule as it is. */
export const settings: Fact<Required<Pick<SettingsFile, 'target' | 'rules' | 'exemptions'>>> = read => {
	const { target = 'partner', rules = {}, exemptions = [] } = read(settingsFile) ?? {};
	return { target, rules, exemptions };
};

/** Reads a settings file outside the plugin; `spans` has the places of its problems. */
export function parseSettings(text: string): SettingsFile & { readonly spans: NodeSpans } {
	const { file, spans } = parseYaml(text);
	return { ...readSettings(file), spans };
}

function readSettings({ root, problems: broken }: YamlFile): SettingsFile {
	const [first] = broken;
	const problems: SettingsProblem[] = first ? [{ kind: 'syntax', said: first.message.replace(/\.$/, ''), node: first.node }] : [];
	const wrong: Wrong = (kind, said, node, { words = [], wanted } = {}) => {
		const meant = said === '' ? undefined : nearest(said, words);
		problems.push({ kind, said, node, ...(wanted === undefined ? {} : { wanted }), ...(meant === undefined ? {} : { meant }) });
	};
	const rules: Record<string, SaidOfRule> = {};
	const nodes: Record<string, Node> = {};
	if (root !== undefined && root.kind !== 'map' && !isNull(root)) wrong('shape', 'The file', root.node);
	for (const { key, keyNode, value } of root?.kind === 'map' ? root.entries : []) {
		if (key === 'rules') {
			if (value.kind !== 'map' && !isNull(value)) wrong('shape', '`rules`', value.node);
			for (const entry of value.kind === 'map' ? value.entries : []) {
				if (!ruleIds.includes(entry.key)) wrong('rule', entry.key, entry.keyNode, { words: ruleIds });
				const said = ofRule(entry, wrong);
				if (said) [rules[entry.key], nodes[entry.key]] = [said, entry.keyNode];
			}
		} else if (key !== 'target' && key !== 'exemptions') wrong('key', key, keyNode, { words: settingNames });
	}
	const said = get(root, 'target');
	const target = targets.find(one => one === asText(said));
	if (said !== undefined && target === undefined) wrong('target', asText(said) ?? '', said.node, { words: targets });
	const exemptions = exemptionsOf(get(root, 'exemptions'), wrong);
	return { ...(target ? { target } : {}), rules, nodes, exemptions, problems };
}

function ofRule({ key: rule, keyNode, value }: YamlEntry, wrong: Wrong): SaidOfRule | undefined {
	const severityValue = value.kind === 'map' ? get(value, 'severity') : value;
	const severity = severities.find(one => one === asText(severityValue));
	const names: readonly string[] = ruleSettingNames;
	for (const { key, keyNode } of entries(value)) if (!names.includes(key)) wrong('key', key, keyNode, { words: names });
	const optionsValue = get(value, 'options');
	const severityText = asText(severityValue);
	if (severity === undefined && severityText !== undefined) wrong('severity', severityText, (severityValue ?? value).node, { words: severities });
	else if (severity === undefined && (severityValue !== undefined || optionsValue === undefined)) wrong('empty', rule, keyNode);
	const reason = asText(get(value, 'reason'));
	const options = optionsValue === undefined || !ruleIds.includes(rule) ? {} : optionsOf(rule, optionsValue, wrong);
	if (severity === undefined && Object.keys(options).length === 0) return undefined;
	return { ...(severity ? { severity } : {}), ...(reason ? { reason } : {}), ...(Object.keys(options).length === 0 ? {} : { options }) };
}

const typeNames: Readonly<Record<OptionType, string>> = { string: 'text', number: 'a number', boolean: 'true or false', strings: 'a list of texts' };

/** The options of a rule; what the rule does not have, or of another type, is left out. */
function optionsOf(rule: string, value: YamlValue, wrong: Wrong): NonNullable<SaidOfRule['options']> {
	if (value.kind !== 'map' && !isNull(value)) wrong('shape', '`options`', value.node);
	const types = ruleOptions[rule] ?? {};
	const options: Record<string, OptionTypes[OptionType]> = {};
	for (const { key, keyNode, value: set } of entries(value)) {
		const type = Object.hasOwn(types, key) ? types[key] : undefined;
		const said = plain(set);
		if (type === undefined) wrong('option', key, keyNode, { words: Object.keys(types), wanted: listed(Object.keys(types)) });
		else if (isOfType(type, said)) options[key] = said;
		else wrong('type', key, set.node, { wanted: typeNames[type] });
	}
	return options;
}

const listed = (names: readonly string[]) => (names.length === 0 ? 'no options' : `only ${names.map(name => `\`${name}\``).join(', ')}`);

/** A value as JSON would have it; undefined of a mapping, which no option is. */
const plain = (value: YamlValue): unknown => (value.kind === 'scalar' ? value.value : value.kind === 'list' ? value.items.map(plain) : undefined);
