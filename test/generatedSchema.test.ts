import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Rule } from '../server/src/engine/rule';
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

	it('schemas/packer-readiness.schema.json', () => {
		const severity = { enum: severities, description: 'off: not shown, and counted as suppressed' };
		const schema = {
			$schema: 'http://json-schema.org/draft-07/schema#',
			title: 'Settings of Packer Plugin Readiness (.packer-readiness.yml)',
			type: 'object',
			additionalProperties: false,
			properties: {
				target: { enum: targets, default: 'partner', description: 'Who the plugin is submitted as: less is asked of a community plugin' },
				rules: {
					type: ['object', 'null'],
					description: 'Severities of single rules',
					additionalProperties: false,
					properties: Object.fromEntries(all.map(([id, rule]) => [id, { $ref: '#/definitions/rule', description: rule.summary }])),
				},
			},
			definitions: {
				rule: {
					anyOf: [
						severity,
						{
							type: 'object',
							additionalProperties: false,
							required: ['severity'],
							properties: { severity, reason: { type: 'string', description: 'Why this plugin departs from the rule: shown beside what is suppressed' } },
						},
					],
				},
			},
		};
		keep('schemas/packer-readiness.schema.json', `${JSON.stringify(schema, undefined, '\t')}\n`);
	});
});
