import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, run } from './setup.mjs';

// What npm runs when it installs the command line from its repository, as pre-commit does: the packages to build with are not installed then.
if (!existsSync(join(root, 'dist/cli.cjs'))) {
	install();
	run(process.execPath, ['esbuild.mjs', 'all', '--production']);
}
