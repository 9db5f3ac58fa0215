import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { install, root, run } from './setup.mjs';

// `npm run attack -- [--minutes 30] [--seed 7]`: changes a plugin at random for so long, and stops at the first that does not hold. It is made smaller,
// and kept in test/hostile/kept, where the tests try it from then on. The seed is printed.
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' }, seed: { type: 'string' } } });
if (!(Number(values.minutes) > 0)) {
	process.stderr.write('Say for how many minutes: npm run attack -- --minutes 30\n');
	process.exit(2);
}
install();
run(process.execPath, ['esbuild.mjs', 'test']);
const { status } = spawnSync(process.execPath, ['node_modules/mocha/bin/mocha.js', '--no-config', 'out/test/hostile/mutations.test.js'], {
	cwd: root,
	stdio: 'inherit',
	env: { ...process.env, ATTACK_MINUTES: values.minutes, ...(values.seed === undefined ? {} : { ATTACK_SEED: values.seed }) },
});
process.exit(status ?? 1);
