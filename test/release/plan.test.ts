import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { difference, ours } from '../toolchain/goreleaser/compared';
import type { Made } from '../toolchain/goreleaser/releaser';

/** Releases that GoReleaser's own pipes made of random configs, recorded by test/toolchain/goreleaser, so that they are held where there is no Go. */
const recorded = JSON.parse(readFileSync('test/release/recorded.json', 'utf8')) as ReadonlyArray<{ major: 1 | 2; config: string; made: Made }>;

describe('the plan of a release', () => {
	it('has records of both versions, of releases and of refusals', () => {
		const kinds = new Set(recorded.map(({ major, made }) => `${major} ${made.Error === ''}`));
		assert.deepEqual([...kinds].sort(), ['1 false', '1 true', '2 false', '2 true']);
	});

	it('is what GoReleaser made', () => {
		const differences = recorded.map(({ major, config, made }) => ({ config, difference: difference(ours(config, major), made) }));
		assert.deepEqual(
			differences.filter(({ difference }) => difference !== undefined && difference !== 'unknown'),
			[],
		);
	});

	it('of 5,000 targets, or of what nobody wrote by hand, ends', () => {
		const linux = (count: number) => {
			const goos = Array.from({ length: count }, () => 'linux');
			const archives = [{ formats: ['zip'], allow_different_binary_count: true }];
			return ours(JSON.stringify({ version: 2, builds: [{ goos, goarch: ['amd64'] }], archives }), 2);
		};
		assert.match(linux(2000).stops[0]?.said ?? '', /already exists/);
		const { stops, gaps } = linux(5000);
		assert.deepEqual([stops, gaps.map(({ why }) => why)], [[], ['what more than 2000 targets give is not evaluated']]);
		for (const config of [
			'builds: 3',
			'builds: [3, [], {goos: {a: b}}]',
			'archives: [[[]], {ids: 4, files: {}}]',
			'checksum: [1]',
			'release: x',
			'env: [{}, 1, "="]',
			'signs: [1, {args: {}, artifacts: all}]',
			'universal_binaries: [1, {}]',
		])
			assert.ok(Array.isArray(ours(`${config}\n`, 2).assets));
	});
});
