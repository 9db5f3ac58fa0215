import type { Fact } from '../core/database';
import { identity } from '../plugin/identity';
import { modulePath } from '../plugin/module';
import { isScaffolding } from '../plugin/scaffolding';
import { type Installed, installed, type Said } from './install';
import { docsReadme } from './pages';

/** What is wrong with one thing that the documentation's README tells people to install. */
export interface WrongSource {
	/** `placeholder` stands where the scaffolding and the guides leave the source to the author, `prefix` has `packer-plugin-` in it, `other` is another repository, `prerelease` is a version that Packer refuses. */
	readonly wrong: 'placeholder' | 'prefix' | 'other' | 'prerelease';
	readonly said: Said;
	/** What it should be; undefined where we do not know. */
	readonly wanted?: string;
}

/**
 * What the README of the documentation says wrongly of how to install the plugin. Only what is meant to be this plugin is looked
 * at: what has its name, or a name of the scaffolding, or is the only thing that the page installs, and of the same owner.
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

/** What the scaffolding and the guides write where an author writes the plugin. */
const placeholder = /^(?:github\.com\/)?(?:organization\/[\w-]+|[\w-]+\/(?:name|plugin-name|scaffolding))$/i;

const lastOf = (source: string) => (source.split('/').at(-1) ?? '').replace(/^packer-plugin-/, '').toLowerCase();
