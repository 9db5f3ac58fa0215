import assert from 'node:assert/strict';
import { Engine } from '../../server/src/engine/check';
import type { Rule, Severity } from '../../server/src/engine/rule';
import type { RuleSetting, Target } from '../../server/src/engine/settings';
import { database, finding, ruleOf } from './support';

/** The severities of a finding of each message of a rule, under settings. */
function severities(over: Partial<Rule<'found' | 'other'>>, set?: RuleSetting, target: Target = 'partner'): readonly Severity[] {
	const engine = new Engine({ 'a/b': ruleOf([finding({ message: 'found' }), finding({ message: 'other' })], over) });
	return engine.check(database().get, { target, rules: set ? { 'a/b': set } : {} }).findings.map(f => f.severity);
}

describe('the severity of a finding', () => {
	for (const severity of ['error', 'warning', 'info'] as const)
		it(`is that of its rule: ${severity}`, () => assert.deepEqual(severities({ severity }), [severity, severity]));

	it('is that of its message, where the rule gives it one', () =>
		assert.deepEqual(severities({ severity: 'warning', severities: { other: 'error' } }), ['warning', 'error']));

	it('is what the settings say, for every message', () => {
		const over = { severity: 'warning', severities: { other: 'error' }, community: 'info' } as const;
		assert.deepEqual(severities(over, { severity: 'info' }), ['info', 'info']);
		assert.deepEqual(severities(over, { severity: 'error' }, 'community'), ['error', 'error']);
	});

	it('stays where the settings give options or a reason only', () =>
		assert.deepEqual(severities({ severity: 'warning', severities: { other: 'info' } }, { reason: 'because', options: { x: 1 } }), ['warning', 'info']));

	it('is lowered for a community plugin, by rule and by message, and never raised', () => {
		const over = { severity: 'error', severities: { other: 'info' }, community: 'warning' } as const;
		assert.deepEqual(severities(over), ['error', 'info']);
		assert.deepEqual(severities(over, undefined, 'community'), ['warning', 'info']);
		assert.deepEqual(severities({ severity: 'info', community: 'error' }, undefined, 'community'), ['info', 'info']);
		assert.deepEqual(severities({ severity: 'error' }, undefined, 'community'), ['error', 'error']);
	});

	it('is kept of a rule that is turned off, whose findings do not count', () => {
		const engine = new Engine({ 'a/b': ruleOf([finding()], { severity: 'warning' }) });
		const [plain] = engine.check(database().get, { target: 'partner', rules: { 'a/b': { severity: 'off' } } }).findings;
		assert.deepEqual([plain?.severity, plain?.suppressed], ['warning', { how: 'config', reason: 'turned off in .packer-readiness.yml' }]);
		const [reasoned] = engine.check(database().get, { target: 'partner', rules: { 'a/b': { severity: 'off', reason: 'not ours' } } }).findings;
		assert.deepEqual(reasoned?.suppressed, { how: 'config', reason: 'not ours' });
	});
});
