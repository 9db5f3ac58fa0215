import type { Fact } from '../database';
import { filesIn, text } from '../files';
import { recogniseLicence } from './recognise';

/** A licence file at the root, and what it says. */
export interface Licence {
	readonly path: string;
	/** Its SPDX id; undefined where the text is none that we know. */
	readonly id?: string;
	/** Whether its text could be read. */
	readonly read: boolean;
}

/** The licence files at the root, `LICENSE` before `LICENSE.md` before `COPYING`. */
export const licences: Fact<readonly Licence[]> = read =>
	read(filesIn, '')
		.filter(name => /^(?:licen[cs]e|copying)(?:$|[.\-_])(?!.*\.(?:go|tmpl|hcl|ya?ml|json)$)/i.test(name))
		.sort((a, b) => rank(a) - rank(b))
		.map(path => {
			const source = read(text, path);
			const id = source === undefined ? undefined : recogniseLicence(source);
			return { path, read: source !== undefined, ...(id === undefined ? {} : { id }) };
		});

/** The licence of the plugin: the first of its licence files, one under MPL-2.0 before others. */
export const licence: Fact<Licence | undefined> = read => read(licences).find(l => l.id === 'MPL-2.0') ?? read(licences)[0];

const rank = (name: string) => (/^licen[cs]e$/i.test(name) ? 0 : /^licen[cs]e\./i.test(name) ? 1 : /^licen[cs]e/i.test(name) ? 2 : 3);
