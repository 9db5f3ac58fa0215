import assert from 'node:assert/strict';
import fc from 'fast-check';
import { difference, ours } from './compared';
import { releaser } from './releaser';
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
			const differences = configs.map((text, i) => {
				const made = all[i];
				assert.ok(made);
				return { text, difference: difference(ours(text, major), made) };
			});
			assert.deepEqual(
				differences.filter(({ difference }) => difference !== undefined && difference !== 'unknown'),
				[],
			);
			const unknown = differences.filter(({ difference }) => difference === 'unknown').length;
			const stopped = all.filter(made => made.Error !== '').length;
			const zips = all.flatMap(({ Assets }) => Assets ?? []).filter(({ Entries }) => Entries !== null).length;
			assert.ok(
				unknown <= count / 50 && stopped > count / 10 && stopped < count / 2 && zips > count / 2,
				`${unknown} unknown, ${stopped} stopped, ${zips} zip files`,
			);
		});
});
