import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { build, install, root } from './setup.mjs';

// `npm start -- [DIR…] [options]`: checks plugins; without a folder, the example plugin of this repository.
install();
build();
const args = process.argv.slice(2);
const cwd = process.env.INIT_CWD ?? process.cwd();
const folders = args.length > 0 ? args : [relative(cwd, join(root, 'examples/packer-plugin-parcel'))];
const { status } = spawnSync(process.execPath, [join(root, 'dist/cli.cjs'), 'check', ...folders], {
	stdio: 'inherit',
	cwd,
});
// Findings are not a failure of this command: only the status of `packer-plugin-readiness check` counts.
process.exit(status === 1 ? 0 : (status ?? 2));
