import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, install, root } from './setup.mjs';

// `node scripts/afterSetup.mjs SCRIPT [ARGUMENT…]`: runs a script of the repository when all that it needs is installed and built.
const [script, ...args] = process.argv.slice(2);
install();
build();
const { status } = spawnSync(process.execPath, [join(root, script), ...args], { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() });
process.exit(status ?? 1);
