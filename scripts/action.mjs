// What action.yml runs: checks plugins, with annotations, a summary of the job, outputs and, if asked for, a report in SARIF.
// The program is the one beside this file; where it is not built yet, it is built from the packages that package-lock.json names.
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'dist/cli.cjs');
const { READINESS_DIRECTORY, READINESS_FAIL_ON, READINESS_CONFIG, READINESS_BASELINE, READINESS_SINCE, READINESS_SUMMARY, READINESS_SARIF } = process.env;
const { GITHUB_OUTPUT, GITHUB_STEP_SUMMARY } = process.env;

/** Ends with status 2, which says that nothing was checked, and a sentence as an error of the job. */
function stop(sentence) {
	process.stdout.write(`::error title=Packer Plugin Readiness::${sentence.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')}\n`);
	process.exit(2);
}

function build() {
	process.stdout.write('::group::Build Packer Plugin Readiness\n');
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	for (const [command, args] of [
		[npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']],
		[process.execPath, ['esbuild.mjs', 'all', '--production']],
	]) {
		const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
		if (status !== 0) stop(`The program could not be built: ${command} ${args[0]} failed. The log has the reason.`);
	}
	process.stdout.write('::endgroup::\n');
}

if (Number(process.versions.node.split('.')[0]) < 20) stop(`Node ${process.versions.node} is too old. Add actions/setup-node with version 20 or newer.`);
if (!existsSync(program)) build();

const folders = (READINESS_DIRECTORY ?? '')
	.split('\n')
	.map(line => line.trim())
	.filter(line => line !== '');
const options = [
	...['--fail-on', READINESS_FAIL_ON || 'error'],
	...(READINESS_CONFIG ? ['--config', READINESS_CONFIG] : []),
	...(READINESS_BASELINE === 'none' ? ['--no-baseline'] : READINESS_BASELINE ? ['--baseline', READINESS_BASELINE] : []),
];
// GitHub closes the alerts that a report in SARIF does not have, so that one is always of the whole plugin.
const since = READINESS_SINCE ? ['--since', READINESS_SINCE] : [];

/** Checks the plugins with a format; what it prints, unless that goes to the log or to a file. */
function check(format, { output, log = false } = {}) {
	const to = output ? ['--output', output] : [];
	const args = [program, 'check', ...options, ...(format === 'sarif' ? [] : since), '--format', format, ...to, '--', ...(folders.length > 0 ? folders : ['.'])];
	const { status, stdout } = spawnSync(process.execPath, args, {
		encoding: 'utf8',
		stdio: ['ignore', log ? 'inherit' : 'pipe', log ? 'inherit' : 'ignore'],
		maxBuffer: 1 << 28,
	});
	return { status: status ?? 2, text: stdout ?? '' };
}

const { status } = check('github', { log: true });
if (GITHUB_STEP_SUMMARY && READINESS_SUMMARY !== 'false') appendFileSync(GITHUB_STEP_SUMMARY, `${check('markdown').text}\n`);
if (READINESS_SARIF) {
	mkdirSync(dirname(READINESS_SARIF), { recursive: true });
	check('sarif', { output: READINESS_SARIF });
}
if (GITHUB_OUTPUT) {
	const { text } = check('json');
	const plugins = text === '' ? [] : JSON.parse(text).plugins;
	const sum = key => plugins.reduce((all, { summary }) => all + summary[key], 0);
	const ready = status !== 2 && plugins.length > 0 && plugins.every(({ summary }) => summary.ready);
	appendFileSync(GITHUB_OUTPUT, `errors=${sum('errors')}\nwarnings=${sum('warnings')}\nready=${ready}\n`);
}
process.exit(status);
