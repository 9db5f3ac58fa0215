import assert from 'node:assert/strict';
import fc from 'fast-check';
import { baselineOf } from '../../server/src/engine/baseline';
import { Engine } from '../../server/src/engine/check';
import { isOpen, summarize } from '../../server/src/engine/report';
import type { Finding } from '../../server/src/engine/rule';
import type { BaselineEntry } from '../../server/src/facts/readiness/baseline';
import { database, finding, ruleOf } from './support';

/** A check of files in which each line `!x` is a finding about `x`. */
function check(files: Readonly<Record<string, string>>, baseline?: readonly BaselineEntry[], turnedOff = false) {
	const db = database(files);
	const findings = Object.entries(files).flatMap(([path, text]) =>
		[...text.matchAll(/^!(\w+)/gm)].map(
			({ index, 0: whole, 1: what = '' }): Finding<'found'> => ({
				...finding({ at: { path, from: index, to: index + whole.length }, data: { what: `${what} in ${path}` } }),
				message: 'found',
			}),
		),
	);
	const rules = turnedOff ? { 'a/b': { severity: 'off', reason: 'why' } as const } : {};
	const report = new Engine({ 'a/b': ruleOf(findings) }).check(db.get, { target: 'partner', rules, ...(baseline === undefined ? {} : { baseline }) });
	return {
		report,
		entries: baselineOf(db.get, report.findings),
		open: report.findings.filter(f => f.suppressed === undefined).map(f => `${f.path}:${f.span.start}`),
	};
}

describe('a baseline', () => {
	it('hides what was there, wherever it has moved', () => {
		const { entries } = check({ 'a.md': '!x\n!y\n', 'b.md': '!x\n' });
		assert.deepEqual(check({ 'a.md': '!x\n!y\n', 'b.md': '!x\n' }, entries).open, []);
		assert.deepEqual(check({ 'a.md': 'new\n\n  new\n!y\n!x\n', 'b.md': '\n!x\n' }, entries).open, []);
		assert.deepEqual(check({ 'a.md': '!x\n!y\n', 'renamed.md': '!x\n' }, entries).open, []);
	});

	it('lets through what is new', () => {
		const { entries } = check({ 'a.md': '!x\n' });
		assert.deepEqual(check({ 'a.md': '!x\n!y\n' }, entries).open, ['a.md:3']);
		assert.deepEqual(check({ 'a.md': '!x\n!x\n' }, entries).open, ['a.md:3']);
		assert.deepEqual(check({ 'A.md': '!x\n', 'a.md': '!x\n' }, entries).open, ['A.md:0'], 'the old one is that in the file of the baseline');
	});

	it('lists what counts: not what is suppressed, and equal findings of a file once', () => {
		assert.deepEqual(check({ 'a.md': '!x\n' }, undefined, true).entries, []);
		const { entries } = check({ 'b.md': '!x\n!x\n!y\n', 'a.md': '!x\n' });
		assert.deepEqual(entries.map(({ rule, path, count }) => `${rule} ${path} ${count}`).sort(), ['a/b a.md 1', 'a/b b.md 1', 'a/b b.md 2']);
	});

	it('does not make a plugin ready', () => {
		const { entries } = check({ 'a.md': '!x\n' });
		const { report } = check({ 'a.md': '!x\n' }, entries);
		assert.deepEqual(summarize(report), { errors: 0, warnings: 0, infos: 0, suppressed: 0, baseline: 1, ready: false });
		assert.equal(report.findings.every(isOpen), true);
	});

	it('hides all of what it was made of, and as many findings as it has at most', () => {
		const text = fc.array(fc.constantFrom('!x', '!y', '!z', 'code', ''), { maxLength: 6 }).map(lines => lines.map(line => `${line}\n`).join(''));
		const files = fc.record({ 'a.md': text, 'b.md': text, 'c.md': text });
		fc.assert(
			fc.property(files, files, (before, after) => {
				const { entries } = check(before);
				assert.deepEqual(check(before, entries).open, []);
				const { report, open } = check(after, entries);
				const count = (given: Readonly<Record<string, string>>, what: string) => Object.values(given).join('').split(`!${what}\n`).length - 1;
				const wanted = ['x', 'y', 'z'].map(what => Math.max(0, count(after, what) - count(before, what))).reduce((a, b) => a + b);
				assert.equal(open.length, wanted);
				assert.equal(
					report.findings.length,
					['x', 'y', 'z'].map(what => count(after, what)).reduce((a, b) => a + b),
				);
			}),
			{ numRuns: 300 },
		);
	});
});
