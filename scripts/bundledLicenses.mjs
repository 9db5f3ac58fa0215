import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a package that must accompany copies of it. */
const legal = /^(?:licen[cs]e|copying|notice)\b/i;

/** The folder of the package that a bundled file is of; undefined for our own. */
function packageOf(input) {
	const at = input.lastIndexOf('node_modules/');
	if (at < 0) return undefined;
	const [scope, name] = input.slice(at + 'node_modules/'.length).split('/');
	return input.slice(0, at) + join('node_modules', scope, ...(scope.startsWith('@') ? [name] : [])).replaceAll('\\', '/');
}

/** Notes which packages are in the bundles that are built with its plugin; `text` gives their licenses in one text. */
export function licenses(...others) {
	const folders = new Set(others);
	const plugin = {
		name: 'licenses',
		setup(building) {
			building.initialOptions.metafile = true;
			building.onEnd(({ metafile }) => {
				for (const { inputs } of Object.values(metafile?.outputs ?? {}))
					for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
						const folder = bytesInOutput > 0 ? packageOf(input) : undefined;
						if (folder !== undefined) folders.add(folder);
					}
			});
		},
	};
	return {
		plugin,
		text: () =>
			[...folders]
				.sort()
				.map(section)
				.join(`\n${'-'.repeat(80)}\n\n`),
	};
}

function section(folder) {
	const { name, version, license, licenses, author, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const id = license ?? licenses?.[0]?.type;
	const files = readdirSync(folder).filter(file => legal.test(file));
	const texts = files.length > 0 ? files.map(file => readFileSync(join(folder, file), 'utf8').trim()) : [standard(id, author)];
	if (texts.includes(undefined)) throw new Error(`${name} has no license, so it cannot be shipped.`);
	const from = typeof repository === 'string' ? repository : repository?.url;
	return `${name} ${version} (${id ?? 'see below'})${from === undefined ? '' : `\n${from}`}\n\n${texts.join('\n\n')}\n`;
}

/** The text of a license by its SPDX id, for a package that names it and has no file of it. */
function standard(id, author) {
	const file = `node_modules/spdx-license-list/licenses/${id}.json`;
	if (!/^[\w.-]+$/.test(id ?? '') || !existsSync(file)) return undefined;
	const holder = typeof author === 'string' ? author : (author?.name ?? '');
	return JSON.parse(readFileSync(file, 'utf8')).licenseText.replace('<year> ', '').replace('<copyright holders>', holder).trim();
}
