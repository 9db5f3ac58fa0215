import { at, type Place } from '../../text/place';
import { foreign } from '../acctest/templates';
import type { Fact } from '../core/database';
import { filesUnder, isLinked, text } from '../core/files';
import { identity } from '../plugin/identity';
import { modulePath } from '../plugin/module';
import { hclFile } from '../webdocs/hcl';

/** A source in a template of the repository that is meant to be this plugin's: with a `scheme` or a `prefix` that Packer rejects, or of an `other` repository. */
export interface WrongExample {
	readonly wrong: 'scheme' | 'prefix' | 'other';
	readonly said: string;
	readonly wanted: string;
	/** What is within the quotes. */
	readonly place: Place;
}

/** The wrong sources of this plugin in the templates of the repository, in the order of files. */
export const wrongExamples: Fact<readonly WrongExample[]> = read => {
	const { name, source: wanted } = read(identity);
	if (wanted === undefined || name === '') return [];
	const module = /^(github\.com\/[^/]+)\/packer-plugin-([^/]+)/i.exec(read(modulePath) ?? '');
	const right = [wanted, ...(module ? [`${module[1]}/${module[2]}`] : [])].map(one => one.toLowerCase());
	const files = read(filesUnder, '').filter(path => path.endsWith('.pkr.hcl') && !foreign.test(path) && !isLinked(read, path));
	return files.flatMap(path =>
		read(sourcesIn, path).flatMap(({ said, place }) => {
			const wrong = wrongOf(said, name, right);
			return wrong === undefined ? [] : [{ wrong, said, wanted, place }];
		}),
	);
};

function wrongOf(said: string, name: string, right: readonly string[]): WrongExample['wrong'] | undefined {
	const [, scheme, rest = ''] = /^(https?:\/\/)?(.*)$/s.exec(said.toLowerCase()) ?? [];
	const [, path = '', prefix, last] = /^(.*\/)(packer-plugin-)?([^/]+)$/.exec(rest) ?? [];
	if (last !== name.toLowerCase() || !/^[\w.-]+\/[\w.-]+\/$/.test(path)) return undefined;
	if (scheme !== undefined) return 'scheme';
	if (prefix !== undefined) return 'prefix';
	return right.includes(rest) || !rest.startsWith('github.com/') ? undefined : 'other';
}

/** The sources that a template requires plugins from. */
const sourcesIn: Fact<ReadonlyArray<{ readonly said: string; readonly place: Place }>, string> = (read, path) => {
	if (!(read(text, path) ?? '').includes('required_plugins')) return [];
	const blocks = (read(hclFile, path)?.body.blocks ?? []).filter(({ type }) => type === 'packer');
	const required = blocks.flatMap(({ body }) => body.blocks.filter(({ type }) => type === 'required_plugins'));
	return required.flatMap(({ body }) =>
		body.attributes.flatMap(({ value }) => {
			const source = value.kind === 'object' ? value.entries.find(entry => entry.key === 'source')?.value : undefined;
			return source?.kind === 'string' && source.value !== undefined ? [{ said: source.value, place: at(path, source.contentNode) }] : [];
		}),
	);
};
