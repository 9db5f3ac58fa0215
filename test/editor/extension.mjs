// SPDX-License-Identifier: MPL-2.0
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repository } from './paths.mjs';

/** The extension under test: a folder or .vsix that was asked for, or the repository itself once it is built. */
export function findExtension(/** @type {string | undefined} */ asked = process.env.EDITOR_TESTS_EXTENSION) {
	const path = resolve(asked ?? repository);
	if (path.endsWith('.vsix')) {
		if (!existsSync(path)) throw new Error(`${path} does not exist: build the .vsix first`);
		return path;
	}
	const manifest = join(path, 'package.json');
	if (!existsSync(manifest)) throw new Error(`${path} has no package.json: it is not an extension`);
	const { main, engines } = JSON.parse(readFileSync(manifest, 'utf8'));
	if (!engines?.vscode || !main) throw new Error(`${manifest} names no "engines.vscode" and "main": it is not an extension`);
	const bundle = join(path, main);
	if (!existsSync(bundle) && !existsSync(`${bundle}.js`)) throw new Error(`${bundle} does not exist: build the extension first (npm run build)`);
	return path;
}

/** Whether an extension is a folder with an entry for editors in a browser. */
export function runsInBrowser(/** @type {string} */ extension) {
	return !extension.endsWith('.vsix') && Boolean(JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')).browser);
}
