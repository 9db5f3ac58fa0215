import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Engine } from '../../server/src/engine/check';
import { Database, type Fact } from '../../server/src/facts/core/database';
import { filesUnder, text } from '../../server/src/facts/core/files';
import { rules } from '../../server/src/rules/index';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { some } from '../support/some';
import { txtar } from '../support/txtar';

/** A fact with a key for each word of each file, and one that reads them all, as a rule reads what it is about. */
const words: Fact<readonly string[], string> = (read, path) => (read(text, path) ?? '').split(' ').filter(word => word !== '');
const length: Fact<number, string> = (read, key) => (read(words, key.split('\0')[0] as string).includes(key.split('\0')[1] as string) ? key.length : 0);
const total: Fact<number> = read =>
	read(filesUnder, '').reduce((sum, path) => read(words, path).reduce((sum, word) => sum + read(length, `${path}\0${word}`), sum), 0);

/** A database of two files, of which it tells what was computed and what was looked at since it was last asked. */
function counting() {
	const computed: string[] = [];
	const visited: string[] = [];
	const db = new Database(
		(name, key) => computed.push(`${name}(${key})`),
		(name, key) => visited.push(`${name}(${key})`),
	);
	db.setFile('a', { text: 'one two three' });
	db.setFile('b', { text: 'four five six' });
	return { db, computed: () => computed.splice(0), visited: () => visited.splice(0) };
}

describe('collecting', () => {
	it('keeps the number of cells bounded, however many keys have come and gone', () => {
		const { db } = counting();
		const sizes = Array.from({ length: 300 }, (_, i) => {
			db.setFile('a', { text: `one two fresh${i}` });
			db.get(total);
			db.collect();
			return db.size;
		});
		assert.ok(Math.max(...sizes) < 100, `${Math.max(...sizes)} cells`);
		const { db: never } = counting();
		for (let i = 0; i < 300; i++) {
			never.setFile('a', { text: `one two fresh${i}` });
			never.get(total);
		}
		assert.ok(never.size > 300, 'without it, there are as many as keys');
	});

	it('keeps nothing of a key that is long gone', () => {
		const { db, computed } = counting();
		db.setFile('a', { text: 'once' });
		db.get(total);
		for (let i = 0; i < 300; i++) {
			db.setFile('a', { text: `fresh${i}` });
			db.get(total);
			db.collect();
		}
		computed();
		db.setFile('a', { text: 'once' });
		db.get(total);
		assert.ok(computed().includes('length(a\0once)'));
	});

	it('right after it, a check of what has not changed computes nothing and looks at nothing', () => {
		const { db, computed, visited } = counting();
		for (let i = 0; i < 100; i++) {
			db.setFile('a', { text: `fresh${i}` });
			db.get(total);
			db.collect();
			computed();
			visited();
			db.get(total);
			assert.deepEqual([computed(), visited()], [[], []]);
		}
	});

	it('makes no later check compute or look at more than it would without', () => {
		const [with_, without] = [counting(), counting()];
		for (let i = 0; i < 200; i++) {
			for (const { db } of [with_, without]) {
				db.setFile(i % 3 === 0 ? 'b' : 'a', { text: `one fresh${i} two` });
				db.get(total);
			}
			assert.deepEqual([with_.computed(), with_.visited()], [without.computed(), without.visited()]);
			with_.db.collect();
		}
		assert.ok(with_.db.size < without.db.size / 2);
	});

	it('finds what an edit brought back still there', () => {
		const { db, computed } = counting();
		const chosen: Fact<number> = read => read(length, `b\0${read(words, 'a')[0]}`);
		for (let i = 0; i < 200; i++) {
			db.setFile('a', { text: `fresh${i}` });
			db.get(chosen);
			db.collect();
		}
		db.setFile('a', { text: 'fresh190' });
		computed();
		db.get(chosen);
		assert.deepEqual(computed(), ['text(a)', 'words(a)', 'chosen()']);
	});

	it('counts a check of what has not changed once', () => {
		const { db, computed } = counting();
		db.get(length, 'a\0one');
		for (let i = 0; i < 100; i++) {
			db.get(length, `b\0${i}`);
			db.collect();
		}
		computed();
		db.get(length, 'a\0one');
		assert.deepEqual(computed(), []);
	});

	it('keeps what a check needed only through what it found to hold', () => {
		const { db, computed } = counting();
		db.get(total);
		for (let i = 0; i < 300; i++) {
			db.setFile('c', { text: `fresh${i}` });
			db.get(total);
			db.collect();
		}
		computed();
		db.setFile('c', { text: 'last' });
		db.get(total);
		assert.deepEqual(computed(), ['text(c)', 'words(c)', 'total()', 'length(c\0last)']);
	});

	it('never changes what is said', () => {
		const edit = fc.record({
			path: fc.constantFrom('a', 'b', 'd/c'),
			text: fc.option(fc.array(fc.constantFrom('x', 'y', 'zz'), { maxLength: 3 }), { nil: undefined }),
			asks: fc.boolean(),
			collects: fc.boolean(),
		});
		fc.assert(
			fc.property(fc.array(edit, { minLength: 1, maxLength: 60 }), edits => {
				const [kept, never] = [counting().db, counting().db];
				for (const { path, text, asks, collects } of some(edits)) {
					for (const db of [kept, never]) db.setFile(path, text === undefined ? undefined : { text: text.join(' ') });
					const said = asks ? [kept.get(total), never.get(total)] : [];
					assert.equal(said[0], said[1]);
					if (collects) kept.collect();
				}
				assert.equal(kept.get(total), never.get(total));
			}),
			{ numRuns: 100 },
		);
	});
});

describe('collecting under all rules', () => {
	const engine = new Engine(rules);
	const archive = `-- go.mod --
module github.com/acme/packer-plugin-acme

go 1.24

require github.com/hashicorp/packer-plugin-sdk v0.6.10
-- main.go --
package main

import (
	"github.com/acme/packer-plugin-acme/box"
	"github.com/hashicorp/packer-plugin-sdk/plugin"
)

func main() {
	pps := plugin.NewSet()
	pps.RegisterBuilder("box", new(box.Builder))
	pps.Run()
}
-- box/builder.go --
package box

type Builder struct{}

func (b *Builder) Name() string { return name }
`;
	const source = (name: string) => `package box\n\ntype ${name} struct{}\n\nfunc (b *${name}) Prepare${name}() string { return "${name}" }\n`;

	it('as types and methods are renamed over and over, cells do not pile up, and later checks do no more', async () => {
		const loaded = await grammars();
		const open = () => {
			const counts = { computed: 0, visited: 0 };
			const db = plugin(
				txtar(archive),
				loaded,
				() => counts.computed++,
				() => counts.visited++,
			);
			engine.check(db.get);
			return { db, counts };
		};
		const said = (db: Database) => engine.check(db.get).findings.map(f => `${f.path}:${f.span.start} ${f.message}`);
		const [collected, never] = [open(), open()];
		const first = collected.db.size;
		for (let i = 0; i < 200; i++) {
			for (const { db } of [collected, never]) {
				db.setFile('box/builder.go', { text: source(`Builder${i}`) });
				db.setFile('main.go', { text: (txtar(archive).get('main.go') as string).replace('box.Builder', `box.Builder${i}`) });
			}
			assert.deepEqual(said(collected.db), said(never.db));
			assert.deepEqual(collected.counts, never.counts, `edit ${i}`);
			collected.db.collect();
		}
		assert.ok(collected.db.size < first * 2, `${first} cells at first, ${collected.db.size} after`);
		assert.ok(never.db.size > collected.db.size * 1.5, `${collected.db.size} cells, ${never.db.size} without`);
	});
});
