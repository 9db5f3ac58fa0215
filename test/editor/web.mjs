// SPDX-License-Identifier: MPL-2.0
import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

const folder = '/extension-under-test';

/**
 * Makes a page load an extension's folder as an extension of its own, so that its `browser` entry runs in a web worker.
 * The workbench is told so in its configuration, which the page it comes with carries.
 * @param {import('playwright-core').Page} page
 * @param {number} port where the editor listens
 * @param {string} extension
 */
export async function loadInBrowser(page, port, extension) {
	const context = page.context();
	await context.grantPermissions(['local-network-access']); // a page that was changed on its way no longer counts as local
	await context.route(
		url => url.pathname.startsWith(`${folder}/`),
		async route => {
			const path = normalize(decodeURIComponent(new URL(route.request().url()).pathname.slice(folder.length)));
			try {
				if (path !== '/package.json') return await route.fulfill({ path: join(extension, path) });
				const { main, ...manifest } = JSON.parse(readFileSync(join(extension, path), 'utf8')); // so that only `browser` is left to run
				return await route.fulfill({ json: manifest });
			} catch {
				return await route.fulfill({ status: 404 });
			}
		},
	);
	const location = { scheme: 'http', authority: `127.0.0.1:${port}`, path: folder };
	await page.route(
		url => url.pathname === '/',
		async route => {
			const response = await route.fetch();
			const body = (await response.text()).replace(/(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/, (_, before, settings) => {
				const configuration = JSON.parse(settings.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
				const changed = JSON.stringify({ ...configuration, additionalBuiltinExtensions: [location] });
				return before + changed.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
			});
			return route.fulfill({ response, body });
		},
	);
}
