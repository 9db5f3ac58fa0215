import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { difference, ours } from './compared';
import { type Made, releaser } from './releaser';
import { files, released } from './releases';

const count = Number(process.env.RELEASES ?? 1000);

describe('releases of GoReleaser, evaluated beside its own pipes', function () {
	this.timeout(1_200_000);
	for (const major of [1, 2] as const)
		it(`GoReleaser ${major} makes of ${count} random configs what we say: each name, what is in each archive, and why it stops`, function () {
			const real = releaser(major);
			if ('reason' in real) {
				process.stderr.write(`skipped: ${real.reason}\n`);
				return this.skip();
			}
			const seed = Number(process.env.SEED ?? 20261127);
			const configs = fc.sample(released(major), { numRuns: count, seed });
			const all = real.release(configs, files);
			const differences = configs.map((text, i) => ({ text, difference: difference(ours(text, major), all[i] as Made) }));
			assert.deepEqual(
				differences.filter(({ difference }) => difference !== undefined && difference !== 'unknown'),
				[],
			);
			if (process.env.RECORD === 'releases') record(major, configs, all);
			const unknown = differences.filter(({ difference }) => difference === 'unknown').length;
			const stopped = all.filter(made => made.Error !== '').length;
			const zips = all.flatMap(({ Assets }) => Assets ?? []).filter(({ Entries }) => Entries !== null).length;
			assert.ok(
				unknown <= count / 50 && stopped > count / 10 && stopped < count / 2 && zips > count / 4,
				`${unknown} unknown, ${stopped} stopped, ${zips} zip files`,
			);
		});
});

/** Some of the releases, and why others stopped, for the tests that run without Go (`RECORD=releases npm test -- toolchain`). */
function record(major: 1 | 2, configs: readonly string[], all: readonly Made[]): void {
	const path = 'test/release/recorded.json';
	const each = configs.map((config, i) => ({ major, config, made: all[i] as Made })).filter(one => JSON.stringify(one).length < 2500);
	const some = [...each.filter(({ made }) => made.Error === '').slice(0, 25), ...each.filter(({ made }) => made.Error !== '').slice(0, 25)];
	const others = (JSON.parse(readFileSync(path, 'utf8')) as readonly { major: 1 | 2 }[]).filter(one => one.major !== major);
	writeFileSync(path, `${JSON.stringify([...others, ...some], null, '\t')}\n`);
}
