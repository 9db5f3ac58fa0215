import assert from 'node:assert/strict';
import { Engine } from '../../server/src/engine/check';
import type { Report } from '../../server/src/engine/report';
import { rules } from '../../server/src/rules/index';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import type { Files } from './holds';

/** Checks plugins with all rules, each as one that was just opened, and fails if a rule does. Call it in a suite: it loads the grammars before the tests. */
export function checker(): (files: Files) => Report {
	const engine = new Engine(rules);
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});
	return files => {
		const report = engine.check(plugin(files, loaded).get);
		assert.deepEqual(report.failures, []);
		return report;
	};
}
