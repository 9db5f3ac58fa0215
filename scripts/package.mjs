import { statSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, run } from './setup.mjs';

// `npm run package`: the extension as a .vsix, and its size, which must stay under 2 MB.
const limit = 2_000_000;
install();
const file = join(root, 'dist/packer-plugin-readiness.vsix');
run(process.execPath, [join(root, 'node_modules/@vscode/vsce/vsce'), 'package', '--no-dependencies', '--skip-license', '--out', file]);
const { size } = statSync(file);
process.stdout.write(`${file}: ${(size / 1e6).toFixed(2)} MB\n`);
if (size > limit) {
	process.stderr.write(`It is larger than ${limit / 1e6} MB.\n`);
	process.exit(1);
}
