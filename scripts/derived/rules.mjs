import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folder = 'server/src/rules';
const camel = id => id.replace(/[-/](\w)/g, (_, c) => c.toUpperCase());

/** The ids of all rules that have a folder, sorted. */
export const ruleIds = root =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.map(path => path.replaceAll('\\', '/'))
		.filter(path => path.endsWith('/rule.ts'))
		.map(path => dirname(path))
		.sort();

/** What follows from the folders of the rules alone: the rules can be built once these are right. */
export const lists = root => {
	const ids = ruleIds(root);
	return [
		{
			path: `${folder}/index.ts`,
			text: [
				'// Written by scripts/derived.mjs from the folders beside it.',
				...ids.map(id => `import ${camel(id)} from './${id}/rule';`),
				'',
				'/** Every rule, by its id. */',
				'export const rules = {',
				...ids.map(id => `\t'${id}': ${camel(id)},`),
				'};',
				'',
			].join('\n'),
		},
		{
			path: 'server/src/facts/readiness/ruleIds.ts',
			text: [
				'// Written by scripts/derived.mjs from the folders of the rules.',
				'/** The ids of all rules, which settings and suppressions may name. */',
				'export const ruleIds: readonly string[] = [',
				...ids.map(id => `\t'${id}',`),
				'];',
				'',
			].join('\n'),
		},
	];
};

/** What follows from what the rules say of themselves. */
export const descriptions = (root, { rules, severities, targets }) => {
	const sorted = Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1));
	return [
		{ path: 'README.md', text: withTable(readFileSync(join(root, 'README.md'), 'utf8'), sorted) },
		{ path: 'server/src/facts/readiness/ruleOptions.ts', text: optionTypes(sorted) },
		{ path: 'package.json', text: withSettings(readFileSync(join(root, 'package.json'), 'utf8'), sorted, severities) },
		{ path: 'schemas/packer-readiness.schema.json', text: `${JSON.stringify(schema(sorted, severities, targets), undefined, '\t')}\n` },
	];
};

/** The severity of a rule, those of single messages, and that for a community plugin. */
function severityOf({ severity, severities = {}, community }) {
	const others = Object.values(severities).filter(other => other !== undefined && other !== severity);
	return `${[severity, ...new Set(others)].join(', ')}${community === undefined ? '' : ` (community: ${community})`}`;
}

function withTable(readme, rules) {
	const rows = rules.map(([id, rule]) => `| [${id}](${folder}/${id}/README.md) | ${severityOf(rule)} | ${rule.item} | ${rule.summary} |`);
	const table = ['| Rule | Severity | Item | Requirement |', '| --- | --- | --- | --- |', ...rows].join('\n');
	return readme.replace(/(<!-- rules: [^>]*-->\n)[\s\S]*?(<!-- \/rules -->)/, (_, open, close) => `${open}\n${table}\n\n${close}`);
}

/** The manifest with every rule in its setting: the editor completes and explains their ids, and marks others. */
function withSettings(text, rules, severities) {
	const manifest = JSON.parse(text);
	const setting = manifest.contributes.configuration.properties['packerReadiness.rules'];
	setting.properties = Object.fromEntries(rules.map(([id, { summary }]) => [id, { type: 'string', enum: severities, description: `${summary}.` }]));
	setting.additionalProperties = false;
	return `${JSON.stringify(manifest, undefined, '\t')}\n`;
}

function optionTypes(rules) {
	const types = rules.flatMap(([id, { options = {} }]) => {
		const list = Object.entries(options).map(([name, { type }]) => `${name}: '${type}'`);
		return list.length === 0 ? [] : [`\t'${id}': { ${list.join(', ')} },`];
	});
	return [
		"import type { OptionType } from './options';",
		'',
		'// Written by scripts/derived.mjs from the rules.',
		'/** The types of the options of those rules that have any. */',
		'export const ruleOptions: Readonly<Record<string, Readonly<Record<string, OptionType>>>> = {',
		...types,
		'};',
		'',
	].join('\n');
}

function schema(rules, severities, targets) {
	const severity = { enum: severities, description: 'off: not shown, and counted as suppressed' };
	return {
		$schema: 'http://json-schema.org/draft-07/schema#',
		title: 'Settings of Packer Plugin Readiness (.packer-readiness.yml)',
		type: 'object',
		additionalProperties: false,
		properties: {
			target: { enum: targets, default: 'partner', description: 'Who the plugin is submitted as: less is asked of a community plugin' },
			rules: {
				type: ['object', 'null'],
				description: 'Severities and options of single rules',
				additionalProperties: false,
				properties: Object.fromEntries(
					rules.map(([id, { summary, options }]) => [
						id,
						{ ...(options ? settingOf(severity, options) : { $ref: '#/definitions/rule' }), description: summary },
					]),
				),
			},
			exemptions: {
				type: ['array', 'null'],
				description: 'Findings that do not count, by rule, in some files or for a component',
				items: exemption(rules.map(([id]) => id)),
			},
		},
		definitions: { rule: settingOf(severity, {}) },
	};
}

const exemption = ids => ({
	type: 'object',
	additionalProperties: false,
	required: ['rule', 'reason'],
	properties: {
		rule: { enum: ids, description: 'Rule whose findings do not count' },
		path: {
			anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
			description: 'Files, as patterns of a .gitignore (default: all)',
		},
		component: {
			type: 'string',
			pattern: '^(?:builder|provisioner|post-processor|datasource)/',
			description: 'Component, as builder/ebs: its kind and its registered name',
		},
		reason: { type: 'string', minLength: 1, description: 'Why they do not count: shown beside what is suppressed' },
		owner: { type: 'string', description: 'Who answers for the exemption' },
		expires: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Last day on which it counts, as 2027-03-31' },
	},
});

const typeOf = type => (type === 'strings' ? { type: 'array', items: { type: 'string' } } : { type });

/** What may be said of a rule: one that has options needs no severity. */
function settingOf(severity, options) {
	const own = Object.entries(options).map(([name, { type, default: usual, description }]) => [name, { ...typeOf(type), default: usual, description }]);
	const plain = { severity, reason: { type: 'string', description: 'Why this plugin departs from the rule: shown beside what is suppressed' } };
	const object =
		own.length === 0
			? { required: ['severity'], properties: plain }
			: {
					anyOf: [{ required: ['severity'] }, { required: ['options'] }],
					properties: { ...plain, options: { type: ['object', 'null'], additionalProperties: false, properties: Object.fromEntries(own) } },
				};
	return { anyOf: [severity, { type: 'object', additionalProperties: false, ...object }] };
}
