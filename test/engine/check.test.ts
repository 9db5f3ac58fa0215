import assert from 'node:assert/strict';
import { Engine, type Rules } from '../../server/src/engine/check';
import { itemIds } from '../../server/src/engine/rule';
import { defaultSettings } from '../../server/src/engine/settings';
import { some } from '../support/some';
import { database, finding, ruleOf } from './support';

const check = (rules: Rules, files?: Readonly<Record<string, string>>) => new Engine(rules).check(database(files).get);

describe('the engine', () => {
	it('tells all of a finding', () => {
		const fix = { title: 'Fix it', kind: 'offer', edits: [] } as const;
		const related = [
			{ at: { path: 'b.md', from: 1, to: 2 }, message: 'It began here' },
			{ at: { path: 'a.md' }, message: 'The whole file' },
		];
		const rule = ruleOf([finding({ data: { what: '`abc`' }, related, fix })], { severity: 'warning', item: 'support-plan' });
		assert.deepEqual(check({ 'a/b': rule }, { 'a.md': 'abc\ndef\n', 'b.md': 'xyz' }), {
			findings: [
				{
					rule: 'a/b',
					key: 'found',
					severity: 'warning',
					title: 'Something wrong',
					message: 'Found `abc`.',
					path: 'a.md',
					span: { start: 0, end: 3 },
					item: 'support-plan',
					related: [
						{ path: 'b.md', span: { start: 1, end: 2 }, message: 'It began here' },
						{ path: 'a.md', span: { start: 0, end: 3 }, message: 'The whole file' },
					],
					fix,
				},
			],
			failures: [],
			unreadable: [],
		});
	});

	it('leaves out what a finding does not have', () => {
		const [found] = check({ 'a/b': ruleOf([finding({ related: [] })]) }).findings;
		assert.deepEqual(Object.keys(found ?? {}).sort(), ['item', 'key', 'message', 'path', 'rule', 'severity', 'span', 'title']);
	});

	for (const item of some(itemIds))
		it(`puts findings under the item of their rule: ${item}`, () => assert.equal(check({ 'a/b': ruleOf([finding()], { item }) }).findings[0]?.item, item));

	it('takes the title of a message, and else that of the rule', () => {
		const rule = ruleOf([finding(), finding({ message: 'other' })], { title: 'Usual', titles: { other: 'Another' } });
		assert.deepEqual(
			check({ 'a/b': rule }).findings.map(f => `${f.title}: ${f.message}`),
			['Usual: Found {what}.', 'Another: Other.'],
		);
	});

	it('sorts by path, place, rule and message, whatever order rules give them in', () => {
		const places = [
			{ at: { path: 'b.md', from: 0, to: 1 } },
			{ at: { path: 'a.md', from: 4, to: 5 } },
			{ at: { path: 'a.md', from: 0, to: 1 }, message: 'other' as const },
			{ at: { path: 'a.md', from: 0, to: 5 } },
			{ at: { path: 'a.md', from: 0, to: 3 } },
		].map(finding);
		const said = (rules: Rules) =>
			check(rules, { 'a.md': 'abc\ndef\n', 'b.md': 'x' }).findings.map(f => `${f.path} ${f.span.start}-${f.span.end} ${f.rule} ${f.key}`);
		const wanted = [
			'a.md 0-3 a/a found',
			'a.md 0-5 a/a found',
			'a.md 0-1 a/a other',
			'a.md 0-3 a/b found',
			'a.md 0-5 a/b found',
			'a.md 0-1 a/b other',
			'a.md 4-5 a/a found',
			'a.md 4-5 a/b found',
			'b.md 0-1 a/a found',
			'b.md 0-1 a/b found',
		];
		assert.deepEqual(said({ 'a/b': ruleOf(places), 'a/a': ruleOf([...places].reverse()) }), wanted);
	});

	it('says the same thing once', () => {
		const same = [finding({ data: { what: 'x' } }), finding({ data: { what: 'x' }, fix: { title: 'F', kind: 'safe', edits: [] } })];
		const report = check({ 'a/b': ruleOf([...same, ...same]) });
		assert.equal(report.findings.length, 1);
	});

	for (const [what, other] of Object.entries({
		'in another file': { at: { path: 'b.md', from: 0, to: 3 } },
		'at another start': { at: { path: 'a.md', from: 1, to: 3 } },
		'at another end': { at: { path: 'a.md', from: 0, to: 4 } },
		'in other words': { data: { what: 'y' } },
	}))
		it(`says apart what is ${what}`, () => {
			const findings = [finding({ data: { what: 'x' } }), finding({ data: { what: 'x' }, ...other })];
			assert.equal(check({ 'a/b': ruleOf(findings) }, { 'a.md': 'abc\ndef\n', 'b.md': 'abc' }).findings.length, 2);
		});

	it('says apart what two rules find', () => assert.equal(check({ 'a/a': ruleOf([finding()]), 'a/b': ruleOf([finding()]) }).findings.length, 2));

	it('suppresses a finding of the rule that a comment names, on its line or the next, and only with a reason', () => {
		const suppressed = (comment: string, rule = 'a/b') =>
			check({ [rule]: ruleOf([finding({ at: { path: 'a.yml', from: comment.length + 1, to: comment.length + 2 } })]) }, { 'a.yml': `${comment}\nx: 1\n` })
				.findings[0]?.suppressed;
		assert.deepEqual(suppressed('# packer-readiness:ignore a/b -- because'), { how: 'inline', reason: 'because' });
		assert.equal(suppressed('# packer-readiness:ignore a/b -- because\n'), undefined);
		assert.equal(suppressed('# packer-readiness:ignore a/b -- because', 'a/c'), undefined);
		assert.equal(suppressed('# packer-readiness:ignore a/b'), undefined);
		assert.deepEqual(suppressed('# packer-readiness:ignore a/b\n# packer-readiness:ignore a/b -- at last'), { how: 'inline', reason: 'at last' });
		assert.equal(suppressed('# nothing'), undefined);
	});

	it('lets the settings come before a comment', () => {
		const rules = { 'a/b': ruleOf([finding({ at: { path: 'a.yml', from: 0, to: 1 } })]) };
		const { get } = database({ 'a.yml': 'x: 1 # packer-readiness:ignore a/b -- because\n' });
		const [found] = new Engine(rules).check(get, { target: 'partner', rules: { 'a/b': { severity: 'off', reason: 'off' } } }).findings;
		assert.deepEqual(found?.suppressed, { how: 'config', reason: 'off' });
	});

	it('pauses after each rule, and says the same in steps as at once', () => {
		const engine = new Engine({ 'a/b': ruleOf([finding()]), 'a/a': ruleOf([]), 'a/c': ruleOf([finding({ message: 'other' })]) });
		const { get } = database();
		const run = engine.run(get, defaultSettings);
		const steps = [run.next(), run.next(), run.next()];
		assert.deepEqual(
			steps.map(step => step.done),
			[false, false, false],
		);
		assert.deepEqual(run.next(), { done: true, value: engine.check(get) });
	});

	it('names files that could not be read', () => {
		const db = database();
		db.setFile('b.md', { unreadable: 'permission denied' });
		assert.deepEqual(new Engine({}).check(db.get), { findings: [], failures: [], unreadable: [{ path: 'b.md', reason: 'permission denied' }] });
	});
});
