// SPDX-License-Identifier: MPL-2.0
import { parseArgs } from 'node:util';
import { editors } from './install.mjs';
import { runAll } from './plan.mjs';

const usage = `node test/editor/run.mjs [--version ${Object.keys(editors).join('|')}|all] [--only host|walk] [--grep TEXT]
                          [--extension DIR|FILE.vsix] [--no-skip]

Runs the suites inside a real extension host and the walks in a real window.
--no-skip makes what could not be had a failure.`;

const { values } = parseArgs({
	options: {
		version: { type: 'string', default: 'all' },
		only: { type: 'string' },
		grep: { type: 'string' },
		extension: { type: 'string' },
		'no-skip': { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
	},
});

const known = Object.keys(editors);
const chosen = values.version === 'all' ? known : [values.version];
if (values.help || !known.includes(chosen[0]) || ![undefined, 'host', 'walk'].includes(values.only)) {
	process.stderr.write(`${usage}\n`);
	process.exit(values.help ? 0 : 2);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130)); // stops the editors on the way out
const tally = await runAll({
	versions: /** @type {import('./install.mjs').Version[]} */ (chosen),
	only: /** @type {'host' | 'walk' | undefined} */ (values.only),
	grep: values.grep,
	extension: values.extension,
});
const failed = tally.failed + (values['no-skip'] ? tally.unavailable : 0);
process.stdout.write(`${tally.passed} passed, ${tally.failed} failed${tally.skipped ? `, ${tally.skipped} skipped` : ''}\n`);
process.exit(failed > 0 ? 1 : 0);
