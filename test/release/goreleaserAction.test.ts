import assert from 'node:assert/strict';
import { type Asked, askedFor } from '../../server/src/facts/release/goreleaser/action';

/** What goreleaser-action installs, by its ref, the tag in a comment, and its input (src/github.ts and action.yml of its tags). */
const cases: ReadonlyArray<readonly [ref: string, tag: string | undefined, version: string | undefined, asked: Asked | undefined]> = [
	['v2', undefined, undefined, { major: 2 }],
	['v4.2.0', undefined, 'latest', { major: 2 }],
	['v5.0.0', undefined, undefined, { major: 2 }],
	['v5', undefined, 'latest', { major: 1 }],
	['v5.1.0', undefined, undefined, { major: 1 }],
	['5.1', undefined, '', { major: 1 }],
	['v6', undefined, undefined, { major: 2 }],
	['v7.2.3', undefined, 'latest', { major: 2 }],
	['master', undefined, 'latest', { major: 2 }],
	['e435ccd777264be153ace6237001ef4d979d3a7a', 'v6.4.0', undefined, { major: 2 }],
	['e435ccd777264be153ace6237001ef4d979d3a7a', 'v5.1.0', undefined, { major: 1 }],
	['e435ccd777264be153ace6237001ef4d979d3a7a', undefined, undefined, undefined],
	['e435ccd777264be153ace6237001ef4d979d3a7a', undefined, '~> v2', { major: 2 }],
	['some-branch', undefined, 'latest', undefined],
	['v6', undefined, '~> v1', { major: 1 }],
	['v6', undefined, '^1.18', { major: 1 }],
	['v6', undefined, '~> v2.13', { major: 2 }],
	['v6', undefined, '~> 1.26', { major: 1 }],
	['v6', undefined, '>=1.10', { major: 2 }],
	['v4', undefined, 'v1.26.2', { major: 1, exact: '1.26.2' }],
	['v4', undefined, '0.184.0', { major: 1, exact: '0.184.0' }],
	['v6', undefined, 'v2.13.0', { major: 2, exact: '2.13.0' }],
	['v6', undefined, 'nightly', { major: 2 }],
	['v6', undefined, '~> v3', undefined],
	['v6', undefined, `\${{ vars.GORELEASER }}`, undefined],
	['v6', undefined, 'three', undefined],
];

describe('the GoReleaser that goreleaser-action installs', () => {
	for (const [ref, tag, version, asked] of cases)
		it(`@${ref}${tag === undefined ? '' : ` # ${tag}`}, version: ${version}`, () => assert.deepEqual(askedFor(ref, tag, version), asked));
});
