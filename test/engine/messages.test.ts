import assert from 'node:assert/strict';
import { Engine } from '../../server/src/engine/check';
import { bounded } from '../../server/src/text/bounded';
import { visible } from '../../server/src/text/visible';
import { database, finding, ruleOf } from './support';

describe('messages', () => {
	it('show control characters as escapes, wherever a rule quotes a file', () => {
		const hostile = 'a\n::error::x\u001b[2J\u202e';
		const shown = 'a\\n::error::x\\x1b[2J\\u202e';
		const rule = ruleOf([
			finding({
				at: { path: 'a' },
				data: { what: hostile },
				related: [{ at: { path: 'a' }, message: hostile }],
				fix: { title: hostile, kind: 'offer', edits: [] },
			}),
		]);
		const engine = new Engine({ 'a/b': rule });
		const [found] = engine.check(database({ a: 'x' }).get).findings;
		assert.equal(found?.message, `Found ${shown}.`);
		assert.equal(found?.related?.[0]?.message, shown);
		assert.equal(found?.fix?.title, shown);
	});

	it('quote at most 200 characters of a text, and have at most 1,000', () => {
		const quoted = bounded(`Name \`${'x'.repeat(5000)}\` is not \`${'y'.repeat(200)}\`.`);
		assert.equal(quoted, `Name \`${'x'.repeat(199)}…\` is not \`${'y'.repeat(200)}\`.`);
		assert.equal(bounded('z'.repeat(5000)), `${'z'.repeat(999)}…`);
		assert.equal(bounded(`${'z'.repeat(998)}😀${'z'.repeat(10)}`), `${'z'.repeat(998)}…`, 'no half of a character');
		const short = `${'z'.repeat(150)} \`${'y'.repeat(100)}\``;
		assert.equal(bounded(short), short);
	});

	it('quote no secret, wherever a rule quotes a file', () => {
		const token = `ghp_${'a1B2'.repeat(9)}`;
		const rule = ruleOf([
			finding({
				at: { path: 'a' },
				data: { what: `\`${token}\`` },
				related: [{ at: { path: 'a' }, message: `See \`https://u:${token}@example.com\`` }],
				fix: { title: `Remove \`--token ${token}\``, kind: 'offer', edits: [] },
			}),
		]);
		const [found] = new Engine({ 'a/b': rule }).check(database({ a: 'x' }).get).findings;
		assert.equal(found?.message, 'Found `[redacted]`.');
		assert.equal(found?.related?.[0]?.message, 'See `https://u:[redacted]@example.com`');
		assert.equal(found?.fix?.title, 'Remove `--token [redacted]`');
	});

	for (const [what, shown] of [
		[`unknown directive: ghp_${'a1B2'.repeat(9)}`, 'unknown directive: [redacted]'],
		[
			`Unresolved alias (the anchor must be set before the alias): AKIA${'Q3EGVZ7X'.repeat(2)}`,
			'Unresolved alias (the anchor must be set before the alias): [redacted]',
		],
		['`client_secret`, `api_token` and `password`', '`client_secret`, `api_token` and `password`'],
		['v0.6.10', 'v0.6.10'],
	] as const)
		it(`quote no secret, in backticks or not, and all else: ${shown}`, () => {
			const rule = ruleOf([finding({ at: { path: 'a' }, data: { what } })]);
			const [found] = new Engine({ 'a/b': rule }).check(database({ a: 'x' }).get).findings;
			assert.equal(found?.message, `Found ${shown}.`);
		});

	it('keep all but control characters', () => {
		const text = 'é 😀 \t `x` 漢字 \u0301';
		assert.equal(visible(text), text);
		assert.equal(visible('\r\n\u0085\u2028\u2069'), '\\r\\n\\x85\\u2028\\u2069');
	});
});
