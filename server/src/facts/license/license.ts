import type { Fact } from '../core/database';
import { filesIn, text } from '../core/files';
import { recognizeLicense } from './recognize';

/** A license file, and what it says. */
export interface License {
	readonly path: string;
	/** Its SPDX id; undefined if the text is not one that we know. */
	readonly id?: string;
	/** Whether its text could be read. */
	readonly read: boolean;
}

/** The license files at the root, `LICENSE` before `LICENSE.md` before `COPYING`; else those of the folder where the REUSE specification keeps them. */
export const licenses: Fact<readonly License[]> = read => {
	const atRoot = read(filesIn, '')
		.filter(name => /^(?!.*\.(?:go|tmpl|hcl|ya?ml|json)$)(?:licen[cs]e|copying)(?:$|[.\-_])/i.test(name))
		.sort((a, b) => rank(a) - rank(b));
	const paths =
		atRoot.length > 0
			? atRoot
			: ['LICENSES', 'licenses'].flatMap(dir => read(filesIn, dir).flatMap(name => (/\.(?:txt|md)$/.test(name) ? [`${dir}/${name}`] : [])));
	return paths.map(path => {
		const source = read(text, path);
		const id = source === undefined ? undefined : recognizeLicense(source);
		return { path, read: source !== undefined, ...(id === undefined ? {} : { id }) };
	});
};

/** The license of the plugin: the first of its license files, one under MPL-2.0 before others. */
export const license: Fact<License | undefined> = read => read(licenses).find(l => l.id === 'MPL-2.0') ?? read(licenses)[0];

const rank = (name: string) => (/^licen[cs]e$/i.test(name) ? 0 : /^licen[cs]e\./i.test(name) ? 1 : /^licen[cs]e/i.test(name) ? 2 : 3);
