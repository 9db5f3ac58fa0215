import type { Fact, Read } from '../core/database';
import { filesUnder, isDirectory, text } from '../core/files';
import { basename } from '../core/paths';
import { type Kind, kinds } from '../plugin/registrations';
import { webComponents, webDocs, webPagePath, webReadmePath } from '../webdocs/paths';
import { kindOfFolder, kindOfType, layout } from './layout';

/** One page about one component. */
export interface Page {
	readonly path: string;
	readonly kind: Kind;
	/** The last part of its address in the portal: the second part of its path below docs/, without `.mdx`. */
	readonly slug: string;
	/** Whether compile-to-webdocs.sh compiles it, which it does for `.mdx` only. */
	readonly compiled: boolean;
}

/** The extensions of pages. */
export const markdown = /\.(?:mdx|(?:html\.)?(?:md|markdown))$/;

/** Where the component pages are written: in docs/ (or docs-src/, or what the Makefile renders), by hand in .web-docs/, or nowhere. */
export type Source = { readonly from: 'docs'; readonly dir: string } | { readonly from: 'web-docs' } | { readonly from: 'nowhere' };

/** Where the component pages are written. */
export const docsSource: Fact<Source> = read => {
	const dir = [...new Set([...rendered(read), 'docs', 'docs-src', `${webDocs}/docs`])].find(dir => pagesBelow(read, dir).length > 0);
	if (dir !== undefined) return { from: 'docs', dir };
	return read(webReadmes).length > 0 ? { from: 'web-docs' } : { from: 'nowhere' };
};

/** The component pages as they are written, without overviews (`index`); for documentation written by hand in .web-docs/, its READMEs. */
export const docsPages: Fact<readonly Page[]> = read => {
	const source = read(docsSource);
	if (source.from === 'docs') return pagesBelow(read, source.dir);
	return read(webReadmes).flatMap(({ path, type, slug }) => {
		const kind = kindOfType(type);
		return kind === undefined ? [] : [{ path, kind, slug, compiled: false }];
	});
};

/** One `.web-docs/components/<type>/<slug>/README.md`. */
export interface WebReadme {
	readonly path: string;
	readonly type: string;
	readonly slug: string;
}

/** The component pages that the portal publishes. */
export const webReadmes: Fact<readonly WebReadme[]> = read =>
	read(filesUnder, webComponents).flatMap(path => {
		const [type = '', slug = ''] = path.slice(webComponents.length + 1).split('/');
		return path === webPagePath(type, slug) ? [{ path, type, slug }] : [];
	});

/** The page that opens the documentation: docs/README.md, or .web-docs/README.md where that is written by hand; undefined if there is none. */
export const docsReadme: Fact<string | undefined> = read => {
	const source = read(docsSource);
	const places = source.from === 'docs' ? [`${source.dir}/README.md`] : source.from === 'web-docs' ? ['docs/README.md', webReadmePath] : ['docs/README.md'];
	return places.find(path => read(text, path) !== undefined);
};

function pagesBelow(read: Read, dir: string): Page[] {
	return kinds.flatMap(kind => {
		const folder = `${dir}/${layout[kind].docs}`;
		return read(filesUnder, folder).flatMap(path => {
			if (!markdown.test(path) || /^(?:index|README)\./.test(basename(path))) return [];
			const [slug = ''] = path.slice(folder.length + 1).split('/');
			return [{ path, kind, slug: slug.replace(markdown, ''), compiled: path.endsWith('.mdx') }];
		});
	});
}

/** The folders that the Makefile renders with packer-sdc. */
function rendered(read: Read): string[] {
	const makefile = ['GNUmakefile', 'Makefile', 'makefile'].map(path => read(text, path)).find(text => text !== undefined) ?? '';
	return [...makefile.matchAll(/\brenderdocs\b.*?-src[ =]+"?(?:\.\/)?([\w./-]+?)\/?["\s]/g)]
		.map(m => m[1] as string)
		.filter(dir => read(isDirectory, dir) && kindOfFolder(basename(dir)) === undefined);
}
