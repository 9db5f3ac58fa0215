import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, root } from './setup.mjs';

// `npm run editor -- [DIR]`: the extension in a VS Code that a browser on this machine shows; without a folder, with a copy of the
// example plugin, which may be changed as one likes.
install();
build();
const args = process.argv.slice(2);
const isFolder = argument => !argument.startsWith('-');
const child = spawn(process.execPath, [join(root, 'test/editor/open.mjs'), ...(args.some(isFolder) ? [] : [example()]), ...args], {
	stdio: 'inherit',
	cwd: process.env.INIT_CWD ?? process.cwd(),
});
child.on('exit', code => process.exit(code ?? 1));

function example() {
	const copy = join(mkdtempSync(join(tmpdir(), 'example-')), 'packer-plugin-parcel');
	cpSync(join(root, 'examples/packer-plugin-parcel'), copy, { recursive: true });
	return copy;
}
