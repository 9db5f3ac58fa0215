import assert from 'node:assert/strict';
import type { Engine } from '../server/src/engine/check';
import type { Reported } from '../server/src/engine/report';
import type { Rule } from '../server/src/engine/rule';
import type { Target } from '../server/src/engine/settings';
import type { Database } from '../server/src/facts/core/database';
import { text } from '../server/src/facts/core/files';
import { settings } from '../server/src/facts/readiness/settings';
import type { Grammars } from '../server/src/syntax/grammars';
import { compare, compareRelated } from './support/compare';
import { grammars } from './support/grammars';
import { examples, headings, open } from './support/page';
import { plugin } from './support/plugin';
import { allRules, engineOf, ids, pageOf, sourceHosts } from './support/rules';
import { some } from './support/some';

for (const id of some(ids))
	describe(`rule ${id}`, () => {
		const rule = allRules[id] as Rule;
		const engine = engineOf(id);
		const page = pageOf(id);
		const reported = examples(page, 'Reported');
		const unreported = examples(page, 'Not reported');
		let loaded: Grammars;
		before(async () => {
			loaded = await grammars();
		});

		it('has a page that opens with its summary and its item, and the four headings', () => {
			const opening = `# ${id}\n\n${rule.summary}.\n\nChecklist item: ${rule.item}.\n\n## Why\n`;
			assert.equal(page.slice(0, opening.length), opening);
			assert.deepEqual(headings(page), ['Why', 'Reported', 'Not reported', 'When to turn it off']);
		});

		it('names its source', () => {
			const { protocol, host } = new URL(rule.source);
			assert.equal(protocol, 'https:');
			assert.ok(sourceHosts.includes(host), `${host} is not one of ${sourceHosts.join(', ')}`);
		});

		it('shows each of its messages', () => {
			const seen = new Set(reported.flatMap(example => findings(engine, open(example.files, loaded).db).map(f => f.key)));
			assert.deepEqual([...seen].sort(), Object.keys(rule.messages).sort());
		});

		for (const [i, example] of some(reported.entries(), `${id}: no example under "Reported"`))
			it(`reports example ${i + 1} as its page says`, () => {
				const { db, texts, wants, related } = open(example.files, loaded);
				compare(findings(engine, db), wants, texts);
				compareRelated(findings(engine, db), related, texts);
				some(wants, 'nothing is reported here, and nothing is wanted');
				assert.deepEqual(
					findings(engine, db)
						.map(f => f.message)
						.filter(m => /\{\w+\}/.test(m)),
					[],
					'messages with gaps',
				);
				compare(findings(engine, db, 'community'), wants, texts, want => want.community ?? want.severity);
			});

		it('does not report what its page says it does not', () => {
			for (const example of some(unreported, 'no example under "Not reported"')) {
				const { db, texts, wants } = open(example.files, loaded);
				assert.deepEqual(wants, []);
				compare(findings(engine, db), [], texts);
			}
		});

		it('is silent about an empty plugin, and survives files cut off anywhere', () => {
			assert.deepEqual(findings(engine, plugin([], loaded)), []);
			for (const example of some(reported)) {
				const { db, texts } = open(example.files, loaded);
				for (const [path, whole] of some(texts)) {
					const step = Math.max(1, Math.floor(whole.length / 40));
					for (let end = 0; end < whole.length; end += step) {
						db.setFile(path, { text: whole.slice(0, end) });
						const outside = findings(engine, db).filter(f => f.span.start < 0 || f.span.end < f.span.start || f.span.end > (db.get(text, f.path) ?? '').length);
						assert.deepEqual(
							outside.map(f => f.message),
							[],
							'reported at places that are not there',
						);
					}
					db.setFile(path, { text: whole });
				}
			}
		}).timeout(20_000);
	});

function findings(engine: Pick<Engine, 'check'>, db: Database, target: Target = 'partner'): readonly Reported[] {
	const { findings, failures } = engine.check(db.get, { ...db.get(settings), target });
	assert.deepEqual(failures, []);
	return findings;
}
