import assert from 'node:assert/strict';
import { constraintProblem, isPlaceholder, meantConstraint } from '../../server/src/facts/plugin/constraint';

describe('version constraints', () => {
	it('are judged as go-version and Packer do', () => {
		const taken = ['1.0', ' >= 1.2.3 ', '~> v1', '>=1,<2', '!=1', '> 1.0, < 2.0, != 1.5', '1.0.0+meta', '\t1.0\n', '9223372036854775807', '1.2.3.4.5'];
		const rejected = [
			'',
			'*',
			'latest',
			'= v4.x.x',
			'1.x',
			'==1',
			'=> 1',
			'> = 1',
			'^1.0',
			'>= 1 < 2',
			'1..2',
			'v1.',
			',1',
			'1,',
			'9223372036854775808.1',
			'1.0\u00a0',
		];
		const prereleases = ['1.0.0-beta', '1.0beta', '1-1', '1.0-', '~> 1.0-rc.1', '1, 2-beta', '1.0~'];
		for (const one of taken) assert.equal(constraintProblem(one), undefined, one);
		for (const one of rejected) assert.equal(constraintProblem(one), 'syntax', one);
		for (const one of prereleases) assert.equal(constraintProblem(one), 'prerelease', one);
	});

	it('of any length are judged at once, or not at all', () => {
		assert.equal(constraintProblem(`1${'-a'.repeat(500_000)}!`), undefined);
		assert.equal(constraintProblem(`${'9'.repeat(199)}`), 'syntax');
	});

	it('are put right where it is clear what is meant', () => {
		const meant: Readonly<Record<string, string | undefined>> = {
			'= v4.x.x': '~> 4.0',
			'1.2.x': '~> 1.2.0',
			'>= 1.x': '>= 1',
			'>= 1 < 2': '>= 1, < 2',
			'> = 1.0': '>= 1.0',
			'=> 1.0': '>= 1.0',
			'==1.0': '= 1.0',
			'^1.2.3': '>= 1.2.3, < 2',
			'^0.2.3': undefined,
			'1.0 2.0': undefined,
			'< 1.x': undefined,
			'1.x.3': undefined,
			latest: undefined,
			'': undefined,
		};
		for (const [said, wanted] of Object.entries(meant)) assert.equal(meantConstraint(said), wanted, said);
	});

	it('may be left to the reader', () => {
		for (const one of ['>= <version>', 'X.Y.Z', '>= x.y.z', '%s', '...', '[VERSION]', '{{ version }}', '${var.v}', 'PLUGIN_VERSION'])
			assert.ok(isPlaceholder(one), one);
		for (const one of ['= v4.x.x', '*', 'latest', '', '>= 1.0 < 2', '^1.0']) assert.ok(!isPlaceholder(one), one);
	});
});
