import assert from 'node:assert/strict';
import { Engine } from '../../server/src/engine/check';
import { type Report, summarize } from '../../server/src/engine/report';
import { database, finding, ruleOf } from './support';

describe('the summary of a report', () => {
	const at = (from: number) => ({ path: 'a.md', from, to: from + 1 });
	const report = new Engine({
		'a/e': ruleOf([finding()]),
		'a/w': ruleOf([finding(), finding({ at: at(1) })], { severity: 'warning' }),
		'a/i': ruleOf([finding(), finding({ at: at(1) }), finding({ at: at(2) })], { severity: 'info' }),
		'a/o': ruleOf([finding()]),
	}).check(database().get, { target: 'partner', rules: { 'a/o': { severity: 'off' } } });

	it('counts what is not suppressed', () =>
		assert.deepEqual(summarize(report), { errors: 1, warnings: 2, infos: 3, suppressed: 1, baseline: 0, ready: false }));

	it('is ready where there is no error, no rule has failed, and everything could be looked at', () => {
		const fine: Report = { findings: report.findings.filter(({ severity }) => severity !== 'error'), failures: [], unreadable: [] };
		const failure = { rule: 'a/b', message: 'broke' };
		const file = { path: 'a', reason: 'permission denied' };
		const ready = (over: Partial<Report>) => summarize({ ...fine, ...over }).ready;
		assert.deepEqual(
			[ready({}), ready({ failures: [failure] }), ready({ unreadable: [file] }), ready({ failures: [failure], unreadable: [file] })],
			[true, false, false, false],
		);
	});

	it('names the rules that failed in the order of their ids, each once', () => {
		const breaking = {
			check: () => [
				finding(),
				finding({
					at: {
						path: 'a.md',
						from: 0,
						get to(): number {
							throw new Error('on purpose');
						},
					},
				}),
			],
		};
		const { failures } = new Engine({ 'b/b': ruleOf([], breaking), 'a/a': ruleOf([], breaking) }).check(database().get);
		assert.deepEqual(
			failures.map(({ rule }) => rule),
			['a/a', 'b/b'],
		);
	});
});
