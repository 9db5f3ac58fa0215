import type { Fact } from '../../facts/core/database';
import { filesUnder, text } from '../../facts/core/files';
import { webDocs } from '../../facts/webdocs/paths';
import { usedSdk } from '../version';
import { compile, rewriteLinks } from './compile';
import { partialText, render } from './render';
import { merged, type Segment, withNewlines } from './segments';
import { type Settings, webdocsSettings } from './settings';

/** A page that is published, and the page that it is made of. */
export interface WebPage {
	readonly path: string;
	readonly source: string;
}

/** What is published of a plugin's documentation; `unknown` where we cannot tell which pages there are. */
export interface WebPages {
	readonly pages: readonly WebPage[];
	readonly unknown: readonly { readonly path: string; readonly reason: string }[];
}

/** The pages that compile-to-webdocs.sh writes: the README, and each `.mdx` in a folder of the docs, overviews left out. */
export const webPages: Fact<WebPages> = read => {
	const settings = read(webdocsSettings);
	if (settings === undefined) return { pages: [], unknown: [] };
	if ('reason' in settings) return { pages: [], unknown: [{ path: webDocs, reason: settings.reason }] };
	const { source, output, script } = settings;
	const unknown: { path: string; reason: string }[] = [];
	const made = new Map<string, string>();
	const taken = read(filesUnder, source).filter(path => /^[^/]+\/.*\.mdx/.test(path.slice(source.length + 1)) && !/index.mdx/.test(path));
	for (const path of taken) {
		const [folder = '', slug = ''] = path
			.slice(source.length + 1)
			.replaceAll('.mdx', '')
			.split('/');
		const type = script.types[folder];
		const target = `${output}/components/${type}/${slug}/README.md`;
		if (type === undefined || /\s/.test(path))
			unknown.push({
				path,
				reason:
					type === undefined ? `compile-to-webdocs.sh does not know the folder ${folder} and stops` : 'compile-to-webdocs.sh splits the name at its blank',
			});
		else if (made.has(target)) unknown.push({ path: target, reason: `two pages are compiled to it: ${made.get(target)} and ${path}` });
		else made.set(target, path);
	}
	const ambiguous = new Set(unknown.map(({ path }) => path));
	const pages = [...made].filter(([path]) => !ambiguous.has(path)).map(([path, from]) => ({ path, source: from }));
	const readme = `${source}/README.md`;
	return { pages: [...(read(text, readme) === undefined ? [] : [{ path: `${output}/README.md`, source: readme }]), ...pages], unknown };
};

/** What a published page should be, by `path\0source`; or why that is unknown. */
export const expectedWebPage: Fact<{ readonly segments: readonly Segment[] } | { readonly reason: string }, string> = (read, key) => {
	const [path, source] = key.split('\0', 2) as [string, string];
	const { output, partials, script, organization } = read(webdocsSettings) as Settings;
	const page = read(text, source);
	if (page === undefined) return { reason: 'its page in the documentation cannot be read' };
	const rendered = render(read, withNewlines(page), partials, usedSdk(read));
	if ('reason' in rendered) return rendered;
	if (path === `${output}/README.md`) return { segments: merged(rendered.pieces) };
	const compiled = compile(
		rendered.pieces,
		partial => read(rewrittenPartial, partial),
		text => rewriteLinks(text, script, organization),
	);
	return 'reason' in compiled ? compiled : { segments: compiled };
};

/** The text that a partial is to have, with its links rewritten for the pages that include it. */
const rewrittenPartial: Fact<string, string> = (read, path) => {
	const { script, organization } = read(webdocsSettings) as Settings;
	return rewriteLinks(read(partialText, path) ?? '', script, organization);
};
