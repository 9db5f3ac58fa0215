import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, root } from './setup.mjs';

// `npm run editor -- [DIR]`: the extension in a VS Code that a browser on this machine shows.
install();
build();
const child = spawn(process.execPath, [join(root, 'test/editor/open.mjs'), ...process.argv.slice(2)], {
	stdio: 'inherit',
	cwd: process.env.INIT_CWD ?? process.cwd(),
});
child.on('exit', code => process.exit(code ?? 1));
