// SPDX-License-Identifier: MPL-2.0
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findExtension } from './extension.mjs';
import { editors, installEditor } from './install.mjs';
import { freshWorkspace } from './plan.mjs';
import { serve } from './serve.mjs';

const usage = `node test/editor/open.mjs [FOLDER] [--version ${Object.keys(editors).join('|')}] [--port N] [--trust] [--extension DIR|FILE.vsix]

Starts VS Code with this extension, for a browser on this machine, until Ctrl-C.
Without FOLDER it opens a copy of a plugin with defects. --trust makes the editor ask whether the folder is trusted.`;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		version: { type: 'string', default: Object.keys(editors).at(-1) },
		port: { type: 'string', default: '0' },
		trust: { type: 'boolean', default: false },
		extension: { type: 'string' },
		help: { type: 'boolean', default: false },
	},
});
if (values.help) {
	process.stdout.write(`${usage}\n`);
	process.exit(0);
}

try {
	const extension = findExtension(values.extension);
	const editor = await installEditor(/** @type {import('./install.mjs').Version} */ (values.version));
	const folder = positionals[0] ? resolve(positionals[0]) : freshWorkspace();
	const settings = { 'security.workspace.trust.startupPrompt': 'once' };
	const server = await serve(editor, { folder, extension, port: Number(values.port), trust: values.trust, settings });
	process.stdout.write(`VS Code ${editor.vscode} with ${extension}\nopen ${server.url}\nCtrl-C ends it\n`);
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.stop().then(() => process.exit(0)));
} catch (error) {
	process.stderr.write(`${/** @type {Error} */ (error).message}\n`);
	process.exit(2);
}
