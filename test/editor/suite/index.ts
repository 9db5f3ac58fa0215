// SPDX-License-Identifier: MPL-2.0
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Runnable } from 'mocha';

/** What one test came to. */
export interface Outcome {
	title: string;
	state: 'passed' | 'failed' | 'skipped';
	milliseconds: number;
	error?: string | undefined;
}

/** Says nothing: the outcomes go to a file, and the process that started the editor prints them. */
class Quiet {}

/** Runs every suite beside this file inside the extension host; the editor calls it, and ends with an error where it rejects. */
export async function run(): Promise<void> {
	const { default: Mocha } = await import('mocha'); // an ES module, which not every Node can require
	const grep = process.env.EDITOR_TESTS_GREP;
	const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: Quiet as never, grep: grep || undefined });
	for (const name of readdirSync(__dirname).sort()) {
		if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
	}
	const outcomes: Outcome[] = [];
	const failures = await new Promise<number>(resolve => {
		const note = (test: Runnable, state: Outcome['state'], error?: Error) => {
			outcomes.push({ title: test.fullTitle(), state, milliseconds: test.duration ?? 0, error: error?.stack ?? error?.message });
		};
		mocha
			.run(resolve)
			.on('pass', test => note(test, 'passed'))
			.on('pending', test => note(test, 'skipped'))
			.on('fail', (test, error) => note(test, 'failed', error));
	});
	const report = process.env.EDITOR_TESTS_REPORT;
	if (report) writeFileSync(report, JSON.stringify(outcomes));
	if (failures > 0) throw new Error(`${failures} failed`);
}
