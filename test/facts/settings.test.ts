import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { parseSettings } from '../../server/src/facts/readiness/settings';

/** Settings, what is said of a rule with options in them, and the problems: those that the schema in an editor sees too, and others. */
const cases: ReadonlyArray<readonly [text: string, said: unknown, problems: readonly string[]]> = [
	['license/not-mpl: info', { severity: 'info' }, []],
	['license/not-mpl: { severity: info }', { severity: 'info' }, []],
	['license/not-mpl: { options: { accepted: [MIT, Apache-2.0] } }', { options: { accepted: ['MIT', 'Apache-2.0'] } }, []],
	['license/not-mpl: { options: { accepted: [] } }', { options: { accepted: [] } }, []],
	['license/not-mpl: { severity: off, reason: why, options: { accepted: [MIT] } }', { severity: 'off', reason: 'why', options: { accepted: ['MIT'] } }, []],
	['license/not-mpl: { severity: error, options: }', { severity: 'error' }, []],
	['license/not-mpl: { options: }', undefined, []],
	['license/not-mpl: { options: { accepted: MIT } }', undefined, ['type accepted: a list of texts']],
	['license/not-mpl: { options: { accepted: [MIT, 2] } }', undefined, ['type accepted: a list of texts']],
	['license/not-mpl: { options: { accepted: { a: b } } }', undefined, ['type accepted: a list of texts']],
	['license/not-mpl: { options: { accepted: [[MIT]] } }', undefined, ['type accepted: a list of texts']],
	['license/not-mpl: { severity: info, options: { accept: [MIT] } }', { severity: 'info' }, ['option accept: only `accepted`']],
	['license/not-mpl: { severity: info, options: { constructor: [MIT] } }', { severity: 'info' }, ['option constructor: only `accepted`']],
	['license/not-mpl: { options: [MIT] }', undefined, ['shape `options`']],
	['license/not-mpl: { options: all }', undefined, ['shape `options`']],
	['license/not-mpl: { severity: loud, options: { accepted: [MIT] } }', { options: { accepted: ['MIT'] } }, ['severity loud']],
	['license/not-mpl: { reason: why }', undefined, ['empty license/not-mpl']],
	['license/not-mpl:', undefined, ['empty license/not-mpl']],
	['license/missing: { severity: info, options: { path: x } }', undefined, ['option path: no options']],
	['license/missing: { options: { path: x } }', undefined, ['option path: no options']],
	['no/such: { options: { path: x } }', undefined, ['rule no/such']],
];

describe('settings that are not a mapping', () => {
	for (const [text, problems] of [
		['- rules', ['The file']],
		['rules', ['The file']],
		['rules: [license/missing]', ['`rules`']],
		['rules: all', ['`rules`']],
		['rules:', []],
		['', []],
	] as const)
		it(JSON.stringify(text), () =>
			assert.deepEqual(
				parseSettings(text).problems.map(({ said }) => said),
				problems,
			),
		);
});

describe('the settings of rules', () => {
	const validate = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
		JSON.parse(readFileSync('schemas/packer-readiness.schema.json', 'utf8')),
	);
	for (const [text, said, problems] of cases)
		it(text, () => {
			const source = `rules:\n  ${text}\n`;
			const read = parseSettings(source);
			assert.deepEqual(
				read.problems.map(({ kind, said, wanted }) => `${kind} ${said}${wanted === undefined ? '' : `: ${wanted}`}`),
				problems,
			);
			assert.deepEqual(read.rules['license/not-mpl'], said);
			assert.equal(validate(parse(source)), problems.length === 0, JSON.stringify(validate.errors));
		});
});
