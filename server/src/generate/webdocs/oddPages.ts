import type { Fact } from '../../facts/core/database';
import { filesUnder } from '../../facts/core/files';
import { basename } from '../../facts/core/paths';
import { kindOfFolder } from '../../facts/docs/layout';
import { webdocsSettings } from './settings';

/** The pages that compile-to-webdocs.sh does not compile as their author means. */
export interface OddPages {
	/** Pages that are compiled to one file, by that file: the last overwrites the others. */
	readonly collisions: readonly { readonly output: string; readonly pages: readonly string[] }[];
	/** Pages in folders at which the script stops, by folder. */
	readonly unexpected: readonly { readonly folder: string; readonly pages: readonly string[] }[];
	/** Pages that the script skips because `index.mdx` is a part of their names. */
	readonly skipped: readonly string[];
}

const nothing: OddPages = { collisions: [], unexpected: [], skipped: [] };

/** The pages that compile-to-webdocs.sh does not compile as their author means; none where it is not known what it does. */
export const oddPages: Fact<OddPages> = read => {
	const settings = read(webdocsSettings);
	if (settings === undefined || !('script' in settings)) return nothing;
	const { source, output, script } = settings;
	const all = read(filesUnder, source).filter(path => /\/.*\.mdx$/.test(path.slice(source.length + 1)));
	const isSkipped = (path: string) => /index.mdx/.test(path); // as the script's grep has it
	const pages = all.filter(path => !isSkipped(path));
	const [outputs, folders] = [new Map<string, string[]>(), new Map<string, string[]>()];
	const add = (map: Map<string, string[]>, key: string, path: string) => {
		const there = map.get(key);
		if (there === undefined) map.set(key, [path]);
		else there.push(path);
	};
	for (const path of pages) {
		const [folder = '', slug = ''] = path
			.slice(source.length + 1)
			.replaceAll('.mdx', '')
			.split('/');
		const type = Object.hasOwn(script.types, folder) ? script.types[folder] : undefined;
		if (type === undefined) add(folders, folder, path);
		else add(outputs, `${output}/components/${type}/${slug}/README.md`, path);
	}
	return {
		collisions: [...outputs].flatMap(([output, pages]) => (pages.length > 1 ? [{ output, pages }] : [])),
		unexpected: [...folders].map(([folder, pages]) => ({ folder, pages })),
		skipped: all.filter(path => isSkipped(path) && basename(path) !== 'index.mdx'),
	};
};

/** The folder that another one is meant to be: `builder`, `data-sources`; undefined for one of another name. */
export function meantFolder(folder: string): string | undefined {
	const plain = folder
		.toLowerCase()
		.replaceAll('_', '-')
		.replace(/s?$/, 's')
		.replace(/^data-sources$/, 'datasources')
		.replace(/^postprocessors$/, 'post-processors');
	return plain !== folder && kindOfFolder(plain) !== undefined ? plain : undefined;
}
