import type { YamlFile, YamlValue } from '../../syntax/yaml/file';
import { asText, get } from '../../syntax/yaml/lookup';
import { parseYaml } from '../../syntax/yaml/parse';
import type { Node, NodeSpans } from '../../text/nodes';
import { yamlFile } from '../ci/yaml';
import type { Fact } from '../core/database';
import { ruleIds } from './ruleIds';

/** The file in a plugin's root that says how it is to be checked. */
export const settingsPath = '.packer-readiness.yml';

/** The words that stand for a severity, and for none. */
export const severities = ['off', 'error', 'warning', 'info'] as const;
/** Who a plugin can be submitted as. */
export const targets = ['partner', 'community'] as const;

/** What the file says of one rule. */
export interface SaidOfRule {
	readonly severity: (typeof severities)[number];
	readonly reason?: string;
}

/** What is wrong in the file, in one sentence. */
export interface SettingsProblem {
	readonly kind: 'syntax' | 'shape' | 'key' | 'rule' | 'severity' | 'target';
	/** The word that is wrong, or what the parser says. */
	readonly said: string;
	readonly node: Node;
}

/** What the file says; `target` is missing where it does not say. What is wrong is left out of the rest. */
export interface SettingsFile {
	readonly target?: (typeof targets)[number];
	readonly rules: Readonly<Record<string, SaidOfRule>>;
	readonly problems: readonly SettingsProblem[];
}

/** What the plugin's own file says; undefined where it has none. */
export const settingsFile: Fact<SettingsFile | undefined> = read => {
	const file = read(yamlFile, settingsPath);
	return file && readSettings(file);
};

/** How the plugin is to be checked where nobody else says: what its own file says, a partner's plugin and every rule as it is where it says nothing. */
export const settings: Fact<{ readonly target: (typeof targets)[number]; readonly rules: Readonly<Record<string, SaidOfRule>> }> = read => {
	const { target = 'partner', rules = {} } = read(settingsFile) ?? {};
	return { target, rules };
};

/** Reads a settings file that lies elsewhere; `spans` tell where its problems stand. */
export function parseSettings(text: string): SettingsFile & { readonly spans: NodeSpans } {
	const { file, spans } = parseYaml(text);
	return { ...readSettings(file), spans };
}

function readSettings({ root, problems: broken }: YamlFile): SettingsFile {
	const [first] = broken;
	const problems: SettingsProblem[] = first ? [{ kind: 'syntax', said: first.message.replace(/\.$/, ''), node: first.node }] : [];
	const wrong = (kind: SettingsProblem['kind'], said: string, node: Node) => problems.push({ kind, said, node });
	const rules: Record<string, SaidOfRule> = {};
	if (root !== undefined && root.kind !== 'map' && asText(root) !== undefined) wrong('shape', 'the file', root.node);
	for (const { key, keyNode, value } of root?.kind === 'map' ? root.entries : []) {
		if (key === 'rules') {
			if (value.kind !== 'map' && asText(value) !== undefined) wrong('shape', '`rules`', value.node);
			for (const entry of value.kind === 'map' ? value.entries : []) {
				if (!ruleIds.includes(entry.key)) wrong('rule', entry.key, entry.keyNode);
				const said = ofRule(entry.value, wrong);
				if (said) rules[entry.key] = said;
			}
		} else if (key !== 'target') wrong('key', key, keyNode);
	}
	const said = get(root, 'target');
	const target = targets.find(one => one === asText(said));
	if (said !== undefined && target === undefined) wrong('target', asText(said) ?? '', said.node);
	return { ...(target ? { target } : {}), rules, problems };
}

function ofRule(value: YamlValue, wrong: (kind: SettingsProblem['kind'], said: string, node: Node) => void): SaidOfRule | undefined {
	const severityValue = value.kind === 'map' ? get(value, 'severity') : value;
	const severity = severities.find(one => one === asText(severityValue));
	for (const { key, keyNode } of value.kind === 'map' ? value.entries : []) if (key !== 'severity' && key !== 'reason') wrong('key', key, keyNode);
	if (severity === undefined) wrong('severity', asText(severityValue) ?? '', (severityValue ?? value).node);
	const reason = value.kind === 'map' ? asText(get(value, 'reason')) : undefined;
	return severity && { severity, ...(reason ? { reason } : {}) };
}
