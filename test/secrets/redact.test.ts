import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clean } from '../../server/src/drafts/clean';
import { redact } from '../../server/src/secrets/redact';
import { some } from '../support/some';
import { harmless, secrets } from './cases';

describe('redaction', () => {
	for (const [before, after] of some(secrets))
		it(`takes the secret out of: ${before.slice(0, 50)}`, () => {
			assert.equal(redact(before), after);
			assert.equal(redact(redact(before)), after);
		});

	for (const text of some(harmless)) it(`leaves as it is: ${text.slice(0, 50)}`, () => assert.equal(redact(text), text));

	it('changes nothing the second time, whatever the text', () => {
		const words = fc.constantFrom(
			'password',
			' = ',
			'"',
			"'",
			':',
			'AKIAIOSFODNN7EXAMPLE',
			'://u:',
			'@',
			'Bearer ',
			'-----BEGIN PRIVATE KEY-----',
			'[redacted]',
			'x1',
			'\n',
			'--token ',
			'${',
			'}',
			' ',
		);
		fc.assert(
			fc.property(fc.array(words, { maxLength: 14 }), parts => {
				const once = redact(parts.join(''));
				assert.equal(redact(once), once);
			}),
			{ numRuns: 3000 },
		);
	});

	it('takes time that grows with the text only', () => {
		const started = performance.now();
		for (const text of ['a'.repeat(300_000), 'password='.repeat(30_000), '://a:'.repeat(60_000), '-----BEGIN PRIVATE KEY-----'.repeat(10_000)]) redact(text);
		assert.ok(performance.now() - started < 3000, `${performance.now() - started} ms`);
	});

	it('makes whatever it is given fit for an address', () => {
		const made = clean({ a: ['x\ud800y', 'a\u0000b\u202ec'], b: { c: 'one\r\ntwo' }, d: 3, e: undefined });
		assert.deepEqual(made, { a: ['x\ufffdy', 'abc'], b: { c: 'one\ntwo' }, d: 3, e: undefined });
		encodeURIComponent(made.a.join(''));
	});
});
