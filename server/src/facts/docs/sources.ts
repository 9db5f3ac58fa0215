import type { Fact } from '../core/database';
import { identity } from '../plugin/identity';
import { modulePath } from '../plugin/module';
import { isScaffolding } from '../plugin/scaffolding';
import { placeholder as placeholderName } from './accessors';
import { type Installed, installed } from './install';
import { docsReadme } from './pages';
import type { Said } from './required';

/** A source in the documentation's README that is wrong. */
export interface WrongSource {
	/** `placeholder`: the source of the template or of a guide; `prefix`: it contains `packer-plugin-`; `other`: it is another repository. */
	readonly wrong: 'placeholder' | 'prefix' | 'other';
	readonly said: Said;
	/** The right value; undefined if it is not known. */
	readonly wanted?: string;
	/** The name beside it, where that is still the template's too. */
	readonly name?: Said;
}

/**
 * The wrong sources in the README of the documentation. Only entries meant to be this plugin count: those with its name
 * or a name of the template, and the only source of the page where it has the same owner.
 */
export const wrongSources: Fact<readonly WrongSource[]> = read => {
	const path = read(docsReadme);
	const all = path === undefined ? [] : read(installed, path);
	const { name, source, owner } = read(identity);
	const module = /^(github\.com\/[^/]+)\/packer-plugin-([^/]+)/.exec(read(modulePath) ?? '');
	const right = [source, module === null ? undefined : `${module[1]}/${module[2]}`].flatMap(s => (s === undefined ? [] : [s.toLowerCase()]));
	const isOurs = (entry: Installed) =>
		entry.name?.text === name ||
		lastOf(entry.source.text) === name.toLowerCase() ||
		(all.every(other => other.source.text === entry.source.text) && isOwners(entry));
	const isOwners = ({ source: { text } }: Installed) => owner !== undefined && text.toLowerCase().startsWith(`github.com/${owner.toLowerCase()}/`);
	return all.flatMap(entry => {
		const wrong = wrongOf(entry.source.text, right, isOurs(entry));
		if (wrong === undefined || (wrong === 'placeholder' && read(isScaffolding))) return [];
		const template = wrong === 'placeholder' && entry.name && placeholderName.test(entry.name.text) ? { name: entry.name } : {};
		return [{ wrong, said: entry.source, ...(source === undefined ? {} : { wanted: source }), ...template }];
	});
};

function wrongOf(source: string, right: readonly string[], ours: boolean): WrongSource['wrong'] | undefined {
	if (right.includes(source.toLowerCase())) return undefined;
	if (placeholder.test(source)) return 'placeholder';
	if (right.length === 0 || !ours || !/^[\w.-]+(?:\/[\w.-]+)+$/.test(source)) return undefined;
	return /(?:^|\/)packer-plugin-[^/]*$/.test(source) ? 'prefix' : 'other';
}

/** The sources of the template and the guides. */
const placeholder = /^(?:github\.com\/)?(?:organization\/[\w-]+|[\w-]+\/(?:name|plugin-name|scaffolding))$/i;

const lastOf = (source: string) => (source.split('/').at(-1) ?? '').replace(/^packer-plugin-/, '').toLowerCase();
