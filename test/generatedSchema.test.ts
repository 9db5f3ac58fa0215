import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Options } from '../server/src/engine/options';
import type { Rule } from '../server/src/engine/rule';
import type { OptionType } from '../server/src/facts/readiness/options';
import { severities, targets } from '../server/src/facts/readiness/settings';
import { rules } from '../server/src/rules/index';

/** Writes what the sources say a file should hold; fails where it held something else, so that a second run passes and CI never does. */
function keep(path: string, wanted: string): void {
	const had = existsSync(path) ? readFileSync(path, 'utf8') : '';
	if (had !== wanted) writeFileSync(path, wanted);
	assert.ok(had === wanted, `${path} was out of date; it has been rewritten: run the tests again, and commit it`);
}

const all = Object.entries(rules as Readonly<Record<string, Rule>>).sort(([a], [b]) => (a < b ? -1 : 1));

describe('what settings may say', () => {
	it('server/src/facts/readiness/ruleIds.ts', () =>
		keep(
			'server/src/facts/readiness/ruleIds.ts',
			[
				'// Written by test/generatedSchema.test.ts from the rules.',
				'/** The ids of all rules, which settings and suppressions may name. */',
				'export const ruleIds: readonly string[] = [',
				...all.map(([id]) => `\t'${id}',`),
				'];',
				'',
			].join('\n'),
		));

	it('server/src/facts/readiness/ruleOptions.ts', () => {
		const types = all.flatMap(([id, { options = {} }]) => {
			const list = Object.entries(options).map(([name, { type }]) => `${name}: '${type}'`);
			return list.length === 0 ? [] : [`\t'${id}': { ${list.join(', ')} },`];
		});
		keep(
			'server/src/facts/readiness/ruleOptions.ts',
			[
				"import type { OptionType } from './options';",
				'',
				'// Written by test/generatedSchema.test.ts from the rules.',
				'/** The types of the options of those rules that have any. */',
				'export const ruleOptions: Readonly<Record<string, Readonly<Record<string, OptionType>>>> = {',
				...types,
				'};',
				'',
			].join('\n'),
		);
	});

	it('schemas/packer-readiness.schema.json', () => {
		const severity = { enum: severities, description: 'off: not shown, and counted as suppressed' };
		const reason = { type: 'string', description: 'Why this plugin departs from the rule: shown beside what is suppressed' };
		const typeOf = (type: OptionType) => (type === 'strings' ? { type: 'array', items: { type: 'string' } } : { type });
		/** What may be said of a rule: one that has options needs no severity. */
		const settingOf = (options: Options) => {
			const own = Object.entries(options).map(([name, { type, default: usual, description }]) => [name, { ...typeOf(type), default: usual, description }]);
			const plain = { severity, reason };
			const object =
				own.length === 0
					? { required: ['severity'], properties: plain }
					: {
							anyOf: [{ required: ['severity'] }, { required: ['options'] }],
							properties: { ...plain, options: { type: ['object', 'null'], additionalProperties: false, properties: Object.fromEntries(own) } },
						};
			return { anyOf: [severity, { type: 'object', additionalProperties: false, ...object }] };
		};
		const schema = {
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
						all.map(([id, { summary, options }]) => [id, { ...(options ? settingOf(options) : { $ref: '#/definitions/rule' }), description: summary }]),
					),
				},
			},
			definitions: {
				rule: settingOf({}),
			},
		};
		keep('schemas/packer-readiness.schema.json', `${JSON.stringify(schema, undefined, '\t')}\n`);
	});
});
