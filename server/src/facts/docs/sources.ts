import type { Fact } from '../core/database';
import { identity } from '../plugin/identity';
import { modulePath } from '../plugin/module';
import { isScaffolding } from '../plugin/scaffolding';
import { type Installed, installed, type Said } from './install';
import { docsReadme } from './pages';

/** A source or version in the documentation's README that is wrong. */
export interface WrongSource {
	/** `placeholder`: the source of the template or of a guide; `prefix`: it contains `packer-plugin-`; `other`: it is another repository; `prerelease`: a version that Packer rejects. */
	readonly wrong: 'placeholder' | 'prefix' | 'other' | 'prerelease';
	readonly said: Said;
	/** The right value; undefined if it is not known. */
	readonly wanted?: string;
}

/**
 * The wrong sources and versions in the README of the documentation. Only entries meant to be this plugin count: those with its name
 * or a name of the template, and the only source of the page where it has the same owner.
 */
export const wrongSources: Fact<readonly WrongSource[]> = read => {
	const path = read(docsReadme);
	const all = path === undefined ? [] : read(installed, path);
	const { name, source, owner } = read(identity);
	const module = /^(github\.com\/[^/]+)\/packer-plugin-([^/]+)/.exec(read(modulePath) ?? '');
	const right = [source, module === null ? undefined : `${module[1]}/${module[2]}`].flatMap(s => (s === undefined ? [] : [s.toLowerCase()]));
	const isOurs = (entry: Installed) =>
		entry.name === name || lastOf(entry.source.text) === name.toLowerCase() || (all.every(other => other.source.text === entry.source.text) && isOwners(entry));
	const isOwners = ({ source: { text } }: Installed) => owner !== undefined && text.toLowerCase().startsWith(`github.com/${owner.toLowerCase()}/`);
	return all.flatMap(entry => {
		const ours = isOurs(entry);
		const wrong = wrongOf(entry.source.text, right, ours);
		const found: WrongSource[] =
			wrong === undefined || (wrong === 'placeholder' && read(isScaffolding))
				? []
				: [{ wrong, said: entry.source, ...(source === undefined ? {} : { wanted: source }) }];
		if (ours && entry.version !== undefined && /\d-[A-Za-z]/.test(entry.version.text)) found.push({ wrong: 'prerelease', said: entry.version });
		return found;
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
