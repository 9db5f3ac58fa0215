import { fileURLToPath } from 'node:url';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
	plugins: [fileURLToPath(new URL('runner.mjs', import.meta.url))],
	testRunner: 'bundle',
	buildCommand: 'node test/mutate/bundle.mjs',
	coverageAnalysis: 'perTest',
	// Facts are told apart by their names, which a function within an expression has not.
	mutator: { excludedMutations: ['ArrowFunction'] },
	ignorePatterns: ['dist', 'out', 'images', 'docs/images', 'test/editor', 'test/mutate/node_modules', 'bench.json', '*.vsix'],
	tempDirName: 'out/mutate/sandboxes',
	reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	htmlReporter: { fileName: 'out/mutate/report.html' },
	jsonReporter: { fileName: 'out/mutate/report.json' },
	thresholds: { high: 90, low: 80, break: null },
	timeoutMS: 60_000,
	maxTestRunnerReuse: 200,
	allowEmpty: false,
	checkers: [],
	disableTypeChecks: 'server/src/**/*.ts',
};
