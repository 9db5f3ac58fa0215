import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { staleness } from '../../server/src/generate/staleness';
import { some } from '../support/some';
import { txtar } from '../support/txtar';
import { plugin } from './plugin';

/**
 * A plugin with a row of each kind that the generators tell apart, and what the real packer-sdc made of it (`path@version`): its
 * newest output, and that of older versions where it differs. test/toolchain makes it again where Go is installed.
 */
const files = txtar(readFileSync('test/generate/fixtures/everything.txtar', 'utf8'));
const sources = Object.fromEntries([...files].filter(([path]) => !path.includes('@')));
const newest = 'v0.6.10';

describe('what packer-sdc makes of one of everything', () => {
	for (const version of [newest, 'v0.6.6', 'v0.6.1', 'v0.5.4', 'v0.2.9'])
		it(`at ${version}`, async () => {
			const { get } = await plugin({ ...sources, 'go.mod': (sources['go.mod'] ?? '').replace('VERSION', version) });
			const made = get(staleness);
			assert.deepEqual(made.unknown, []);
			const expected = [...files.keys()].filter(path => path.endsWith(`@${newest}`)).map(path => path.split('@')[0] as string);
			assert.deepEqual(made.files.map(({ path }) => path).sort(), expected.sort());
			for (const { path, expected } of some(made.files)) assert.equal(expected, files.get(`${path}@${version}`) ?? files.get(`${path}@${newest}`), path);
		});
});
