import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clean } from '../../server/src/drafts/clean';
import { redact } from '../../server/src/secrets/redact';
import { some } from '../support/some';
import { harmless, secrets } from './cases';
import { contexts, places, plain, tokens } from './shapes';

describe('redaction', () => {
	for (const [before, after] of some(secrets))
		it(`takes the secret out of: ${before.slice(0, 50)}`, () => {
			assert.equal(redact(before), after);
			assert.equal(redact(redact(before)), after);
		});

	for (const text of some(harmless)) it(`leaves as it is: ${text.slice(0, 50)}`, () => assert.equal(redact(text), text));

	for (const [issuer, token] of some(Object.entries(tokens)))
		it(`takes out, wherever it stands: ${issuer}`, () => {
			for (const place of some(places)) {
				const text = place.replace('@', () => token);
				assert.ok(!redact(text).includes(token.slice(-16)), `${text} became ${redact(text)}`);
				assert.equal(redact(redact(text)), redact(text));
			}
		});

	for (const [where, text] of some(Object.entries(contexts)))
		it(`takes out what stands in ${where}`, () => {
			const out = redact(text);
			assert.ok(![plain, plain.slice(4), plain.replaceAll('-', ''), plain.replaceAll('-', '+')].some(secret => out.includes(secret)), out);
			assert.equal(redact(out), out);
		});

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
		const repeated = [
			'a',
			'password=',
			'password="',
			'://a:',
			'-----BEGIN PRIVATE KEY-----',
			'-----BEGIN ',
			'curl ',
			'docker login ',
			'net user ',
			'<password ',
			'$1$aaaa',
			'aA1',
			'x-token-',
			't1.a',
			'\u001b[',
			'password: |\n',
			'"',
		];
		for (const part of some(repeated)) {
			const time = (times: number) => {
				const text = part.repeat(times);
				const started = process.cpuUsage();
				redact(text);
				return process.cpuUsage(started).user;
			};
			time(5_000);
			const [once, eightfold] = [Math.min(time(5_000), time(5_000)), Math.min(time(40_000), time(40_000))];
			assert.ok(eightfold < 24 * Math.max(once, 3000), `${part}: ${once} µs, and ${eightfold} for eight times as much`);
		}
	}).timeout(15_000);

	it('makes whatever it is given fit for an address', () => {
		const made = clean({ a: ['x\ud800y', 'a\u0000b\u202ec'], b: { c: 'one\r\ntwo' }, d: 3, e: undefined });
		assert.deepEqual(made, { a: ['x\ufffdy', 'abc'], b: { c: 'one\ntwo' }, d: 3, e: undefined });
		encodeURIComponent(made.a.join(''));
	});
});
