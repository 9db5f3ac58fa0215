import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Database, type Fact, FactCycle } from '../../server/src/facts/core/database';
import type { Input } from '../../server/src/facts/core/inputs';
import { some } from '../support/some';

const number: Input<number> = { name: 'number', initial: 1 };
const other: Input<number> = { name: 'other', initial: 1 };

/** A database that tells what was computed since it was last asked. */
function counting() {
	const computed: string[] = [];
	const db = new Database((name, key) => computed.push(key === '' ? name : `${name}(${key})`));
	return { db, since: () => computed.splice(0) };
}

/** What reading a fact throws. */
function thrown(read: () => unknown): Error {
	let caught: unknown;
	try {
		read();
	} catch (error) {
		caught = error;
	}
	assert.ok(caught instanceof Error, 'it does not throw');
	return caught;
}

describe('facts that throw', () => {
	const halved: Fact<number> = read => {
		const value = read(number);
		if (value % 2 === 1) throw new Error(`${value} is odd`);
		return value / 2;
	};
	const shown: Fact<string> = read => `half is ${read(halved)}`;
	const guarded: Fact<string> = read => {
		try {
			return read(shown);
		} catch (error) {
			return (error as Error).message;
		}
	};
	const bystander: Fact<number> = read => read(other) + 1;

	it('throws the same error again without computing, at this revision and at later ones where nothing that it read has changed', () => {
		const { db, since } = counting();
		const error = thrown(() => db.get(halved));
		assert.equal(error.message, '1 is odd');
		assert.deepEqual(since(), ['halved']);
		assert.equal(
			thrown(() => db.get(halved)),
			error,
		);
		db.set(other, 2);
		assert.equal(
			thrown(() => db.get(halved)),
			error,
		);
		assert.deepEqual(since(), []);
	});

	it('is computed again when something that it read before it threw has changed', () => {
		const { db, since } = counting();
		thrown(() => db.get(halved));
		db.set(number, 4);
		since();
		assert.equal(db.get(halved), 2);
		assert.deepEqual(since(), ['halved']);
		db.set(number, 5);
		assert.equal(thrown(() => db.get(halved)).message, '5 is odd');
		assert.deepEqual(since(), ['halved']);
	});

	it('fails the facts that read it, which recover with it', () => {
		const { db, since } = counting();
		const error = thrown(() => db.get(shown));
		assert.equal(
			thrown(() => db.get(halved)),
			error,
		);
		db.set(number, 2);
		since();
		assert.equal(db.get(shown), 'half is 1');
		assert.deepEqual(since(), ['halved', 'shown']);
		db.set(number, 3);
		assert.equal(thrown(() => db.get(shown)).message, '3 is odd');
		assert.deepEqual(since(), ['halved', 'shown']);
	});

	it('never throws while it is found out whether a fact that caught it still holds', () => {
		const { db, since } = counting();
		assert.equal(db.get(guarded), '1 is odd');
		assert.equal(db.get(bystander), 2);
		since();
		db.set(number, 3);
		assert.equal(db.get(guarded), '3 is odd');
		assert.deepEqual(since(), ['halved', 'shown', 'guarded']);
		db.set(other, 7);
		assert.equal(db.get(guarded), '3 is odd');
		assert.equal(db.get(bystander), 8);
		assert.deepEqual(since(), ['bystander']);
		db.set(number, 8);
		assert.equal(db.get(guarded), 'half is 4');
		db.set(number, 9);
		assert.equal(db.get(guarded), '9 is odd');
	});

	it('runs nothing that caught it again where it fails with the same words', () => {
		const vague: Fact<number> = read => {
			if (read(number) > 0) throw new RangeError('too much');
			return 0;
		};
		const caught: Fact<boolean> = read => {
			try {
				return read(vague) === 0;
			} catch {
				return false;
			}
		};
		const { db, since } = counting();
		assert.equal(db.get(caught), false);
		db.set(number, 2);
		since();
		assert.equal(db.get(caught), false);
		assert.deepEqual(since(), ['vague']);
		db.set(number, 0);
		assert.equal(db.get(caught), true);
	});

	it('tells an error from a value that looks like it, and from an error of another kind', () => {
		const odd: Fact<unknown> = read => {
			const value = read(number);
			if (value === 1) throw 'x';
			if (value === 2) throw new Error('x');
			if (value === 3) throw new TypeError('x');
			return 'x';
		};
		const seen: Fact<string> = read => {
			try {
				return `value ${read(odd)}`;
			} catch (error) {
				return `threw ${error}`;
			}
		};
		const { db } = counting();
		const said = [1, 2, 3, 4, 1].map(value => {
			db.set(number, value);
			return db.get(seen);
		});
		assert.deepEqual(said, ['threw x', 'threw Error: x', 'threw TypeError: x', 'value x', 'threw x']);
	});
});

describe('facts that need themselves', () => {
	/** `a` reads `b` where `number` is 1; `b` reads `a`. `outside` reads one of them, and `beside` neither. */
	const a: Fact<number> = read => (read(number) === 1 ? read(b) : 7) + read(other);
	const b: Fact<number> = read => read(beside) + read(a);
	const beside: Fact<number> = read => read(other) * 10;
	const outside: Fact<number> = read => read(b) + 1;

	it('names the facts on the way round, wherever the cycle is entered', () => {
		for (const entry of [a, b, outside]) {
			const { db } = counting();
			const error = thrown(() => db.get(entry));
			assert.ok(error instanceof FactCycle);
			assert.equal(error.message, 'a → b → a: a fact that needs itself');
		}
		const first: Fact<number, string> = (read, key) => read(second, key);
		const second: Fact<number, string> = (read, key) => read(first, key);
		assert.match(thrown(() => counting().db.get(second, 'k')).message, /^first\(k\) → second\(k\) → first\(k\): /);
	});

	it('is remembered, and forgotten when the cycle is gone', () => {
		const { db, since } = counting();
		const error = thrown(() => db.get(outside));
		assert.deepEqual(since(), ['outside', 'b', 'beside', 'a']);
		for (const fact of [outside, a, b])
			assert.equal(
				thrown(() => db.get(fact)),
				error,
			);
		assert.equal(db.get(beside), 10);
		assert.deepEqual(since(), []);
		db.set(number, 2);
		assert.deepEqual([db.get(outside), db.get(b), db.get(a), db.get(beside)], [19, 18, 8, 10]);
		assert.deepEqual(since(), ['b', 'a', 'outside']);
		db.set(number, 1);
		assert.equal(thrown(() => db.get(a)).message, error.message);
		assert.equal(thrown(() => db.get(outside)).message, error.message);
		assert.equal(db.get(beside), 10);
	});

	it('fails all facts of the cycle, even one that caught the error, and leaves those beside it alone', () => {
		const catching: Fact<number> = read => {
			try {
				return read(around);
			} catch {
				return read(beside);
			}
		};
		const around: Fact<number> = read => read(catching);
		for (const entry of [catching, around]) {
			const { db } = counting();
			thrown(() => db.get(entry));
			for (const fact of [catching, around]) assert.equal(thrown(() => db.get(fact)).message, 'around → catching → around: a fact that needs itself');
			assert.equal(db.get(beside), 10);
		}
	});

	it('lets go of a fact that caught the error of another cycle than the one that is gone', () => {
		const open: Fact<number> = read => {
			try {
				return read(twice);
			} catch {
				return 5;
			}
		};
		const twice: Fact<number> = read => {
			for (const next of [twice, back]) {
				try {
					read(next);
				} catch {}
			}
			return 0;
		};
		const back: Fact<number> = read => (read(number) === 1 ? read(open) : 1);
		const { db } = counting();
		thrown(() => db.get(open));
		db.set(number, 2);
		assert.equal(db.get(open), 5);
	});

	it('whatever comes to read what, says what a database that never knew otherwise says', () => {
		interface Plan {
			readonly reads: readonly string[];
			readonly throws: boolean;
		}
		const plan: Input<Plan> = { name: 'plan', initial: { reads: [], throws: false } };
		const sum: Fact<number, string> = (read, key) => {
			const { reads, throws } = read(plan, key);
			const total = reads.reduce((so, of) => so + read(sum, of), 1);
			if (throws) throw new Error(`${key} at ${total}`);
			return total;
		};
		/** As a rule does, which no fact reads, this catches what was thrown. */
		const told: Fact<string | number, string> = (read, key) => {
			try {
				return read(sum, key);
			} catch (error) {
				return (error as Error).message;
			}
		};
		/** Of several cycles that a fact leads into, any may be named, but none that is not there. */
		const known = (said: string | number, plans: ReadonlyMap<string, Plan>) => {
			const round = typeof said === 'string' && said.endsWith(': a fact that needs itself') ? [...said.matchAll(/sum\((.)\)/g)].map(m => m[1] as string) : [];
			const wrong = round.slice(1).filter((name, i) => !plans.get(round[i] as string)?.reads.includes(name));
			assert.deepEqual(wrong, [], `${said}`);
			return round.length > 0 ? 'a cycle' : said;
		};
		const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
		const change = fc.record({
			key,
			plan: fc.record({ reads: fc.uniqueArray(key, { maxLength: 3 }), throws: fc.boolean() }),
			asked: fc.uniqueArray(key, { minLength: 1 }),
			collects: fc.boolean(),
		});
		fc.assert(
			fc.property(fc.array(change, { minLength: 1, maxLength: 25 }), changes => {
				const kept = new Database();
				const plans = new Map<string, Plan>();
				for (const { key, plan: planned, asked, collects } of some(changes)) {
					kept.set(plan, planned, key);
					plans.set(key, planned);
					const fresh = new Database();
					for (const [key, planned] of plans) fresh.set(plan, planned, key);
					for (const key of some(asked)) assert.equal(known(kept.get(told, key), plans), known(fresh.get(told, key), plans));
					if (collects) kept.collect();
				}
			}),
			{ numRuns: 500 },
		);
	});
});
