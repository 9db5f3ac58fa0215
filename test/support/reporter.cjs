const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

/** Dots, then what failed and what was skipped and why it matters; and the counts in the file that MOCHA_COUNTS names. */
module.exports = class Counting extends reporters.Dot {
	constructor(runner, options) {
		super(runner, options);
		const skipped = [];
		runner.on('pending', test => skipped.push(test.fullTitle()));
		runner.on('end', () => {
			for (const title of skipped) process.stdout.write(`  skipped: ${title}\n`);
			const { passes, failures, pending } = this.stats;
			if (process.env.MOCHA_COUNTS) writeFileSync(process.env.MOCHA_COUNTS, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
		});
	}
};
