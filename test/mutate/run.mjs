import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { install, root, run } from '../../scripts/setup.mjs';

// `npm run mutate [-- folder or file…]`: changes the sources one by one, and says which changes no test sees. Minutes to hours: begin with a folder.
const here = resolve(root, 'test/mutate');
const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
const stamp = join(here, 'node_modules/.installed');

install();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
	process.stderr.write('Installing what mutation tests need (once)…\n');
	run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here });
	writeFileSync(stamp, lock);
}

const asked = process.argv.slice(2);
const folders = asked.length > 0 ? asked : ['server/src/engine', 'server/src/facts', 'server/src/rules'];
const missing = folders.filter(folder => !existsSync(join(root, folder)));
if (missing.length > 0) {
	process.stderr.write(`There is no ${missing.join(', ')} in the repository.\n`);
	process.exit(2);
}
const patterns = folders.map(folder => (folder.endsWith('.ts') ? folder : `${folder.replace(/\/$/, '')}/**/*.ts`));
const stryker = join(here, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const report = join(root, 'out/mutate/report.json');
rmSync(report, { force: true });
spawnSync(process.execPath, [stryker, 'run', 'test/mutate/stryker.config.mjs', '--mutate', patterns.join(',')], { cwd: root, stdio: 'inherit' });
if (!existsSync(report)) process.exit(2);

/** Of the mutants that a test reaches, that many must be seen by one, in a hundred. */
const enough = 80;
const mutants = Object.values(JSON.parse(readFileSync(report, 'utf8')).files).flatMap(file => file.mutants);
const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
const seen = count('Killed', 'Timeout');
const score = (100 * seen) / Math.max(1, seen + count('Survived'));
process.stdout.write(
	`${score.toFixed(1)} of 100 mutants that a test reaches are seen by one (${enough} must be); no test reaches ${count('NoCoverage')} others. The report is out/mutate/report.html.\n`,
);
process.exit(score < enough ? 1 : 0);
