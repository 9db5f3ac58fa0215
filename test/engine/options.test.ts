import assert from 'node:assert/strict';
import { Engine } from '../../server/src/engine/check';
import { defineRule } from '../../server/src/engine/rule';
import type { Settings } from '../../server/src/engine/settings';
import { text } from '../../server/src/facts/core/files';
import { database, ruleOf } from './support';

const rule = defineRule({
	summary: 'All is well',
	title: 'Something wrong',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://example.com',
	messages: { found: '{what}' },
	options: {
		word: { type: 'string', default: 'abc', description: 'The word' },
		times: { type: 'number', default: 2, description: 'How often' },
		loud: { type: 'boolean', default: false, description: 'Whether to shout' },
		others: { type: 'strings', default: ['x'], description: 'Other words' },
	},
	*check(read, { word, times, loud, others }) {
		const what = `${(loud ? word.toUpperCase() : word).repeat(times)} ${others.join('+')} ${read(text, 'a.md')?.length}`;
		yield { at: { path: 'a.md' }, message: 'found', data: { what } };
	},
});

describe('the options of a rule', () => {
	const engine = new Engine({ 'a/b': rule, 'a/c': ruleOf([]) });
	const settings = (options: Record<string, unknown>): Settings => ({ target: 'partner', rules: { 'a/b': { options } } });
	const said = (options: Record<string, unknown>) => engine.check(database().get, settings(options)).findings.map(f => f.message);

	it('are at their defaults where nobody says otherwise', () => {
		assert.deepEqual(
			engine.check(database().get).findings.map(f => f.message),
			['abcabc x 8'],
		);
		assert.deepEqual(said({}), ['abcabc x 8']);
	});

	it('are what the settings say', () => {
		assert.deepEqual(said({ word: 'no' }), ['nono x 8']);
		assert.deepEqual(said({ loud: true, times: 1, others: [] }), ['ABC  8']);
		assert.deepEqual(said({ others: ['y', 'z'] }), ['abcabc y+z 8']);
	});

	it('keep their defaults where the settings are of another type, or say something else', () =>
		assert.deepEqual(said({ word: 1, times: '3', loud: 'true', others: ['y', 1], more: 'x', __proto__: { word: 'p' } }), ['abcabc x 8']));

	it('run their rule again when they change, and no other', () => {
		const computed: string[] = [];
		const db = database(undefined, name => computed.push(name));
		const run = (options: Record<string, unknown>) => {
			computed.length = 0;
			engine.check(db.get, settings(options));
			return [...computed];
		};
		run({});
		assert.deepEqual(run({ word: 'no' }), ['rule a/b']);
		assert.deepEqual(run({ word: 'no' }), []);
		assert.deepEqual(run({ times: 2, word: 'no' }), [], 'the default said is the default');
		assert.deepEqual(run({ word: 'no', times: 3 }), ['rule a/b']);
		assert.deepEqual(run({ times: 3, word: 'no' }), [], 'whatever their order');
		assert.deepEqual(run({}), [], 'what was known before is known still');
		db.setFile('a.md', { text: 'short' });
		assert.deepEqual(
			run({}).filter(name => name.startsWith('rule')),
			['rule a/b'],
		);
	});
});
