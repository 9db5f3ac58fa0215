// SPDX-License-Identifier: MPL-2.0
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSuites } from './build.mjs';
import { findExtension } from './extension.mjs';
import { installTools } from './install.mjs';
import { cache, output } from './paths.mjs';
import { freshWorkspace } from './plan.mjs';
import { which } from './shell.mjs';

// node test/editor/desktop.mjs [--version stable|1.100.3]
// Runs the trusted suites in a desktop VS Code, where one can be downloaded; elsewhere it says that it was skipped, and why.

const { values } = parseArgs({ options: { version: { type: 'string', default: 'stable' }, extension: { type: 'string' } } });
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

/** Ends the run as skipped, with the reason. */
function skip(/** @type {string} */ reason) {
	say(`skipped  desktop VS Code ${values.version}: ${reason}`);
	say('0 passed, 0 failed, 1 skipped');
	process.exit(0);
}

const extensionDevelopmentPath = findExtension(values.extension);
await installTools();
if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
	skip(`it needs a display${which('xvfb-run') ? '; run this under xvfb-run' : ''}`);
}
const { downloadAndUnzipVSCode, runTests, SilentReporter } = await import('@vscode/test-electron');
const download = { version: values.version, cachePath: join(cache, 'desktop'), reporter: new SilentReporter() };
const vscodeExecutablePath = await downloadAndUnzipVSCode(download).catch(error => skip(`it could not be downloaded (${error.message})`));

const report = join(output, `report-desktop-${process.pid}.json`);
mkdirSync(output, { recursive: true });
const suite = /** @type {string} */ ((await buildSuites()).get('trusted'));
const folder = freshWorkspace();
const code = await runTests({
	vscodeExecutablePath: /** @type {string} */ (vscodeExecutablePath),
	extensionDevelopmentPath,
	extensionTestsPath: suite,
	extensionTestsEnv: { EDITOR_TESTS_REPORT: report },
	launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
}).catch(() => 1);

/** @type {import('./host.mjs').Outcome[]} */
const outcomes = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : [];
for (const { title, state, error } of outcomes) say(`${state}  desktop › ${title}${error ? `\n${error}` : ''}`);
const count = (/** @type {string} */ state) => outcomes.filter(outcome => outcome.state === state).length;
const failed = count('failed') || (code === 0 ? 0 : 1);
say(`${count('passed')} passed, ${failed} failed${count('skipped') ? `, ${count('skipped')} skipped` : ''}`);
rmSync(report, { force: true });
rmSync(dirname(folder), { recursive: true, force: true });
process.exit(failed ? 1 : 0);
