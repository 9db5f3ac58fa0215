import type { Fact, Read } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { isInDirectory } from '../../facts/core/paths';
import { commentsIn } from '../../facts/docs/comments';
import { markdownFile, markdownSpans } from '../../facts/docs/markdown';
import { docsPages, docsReadme } from '../../facts/docs/pages';
import { isTemplatePage } from '../../facts/docs/templatePages';
import { webDocs } from '../../facts/webdocs/paths';
import type { Link, MarkdownFile } from '../../syntax/markdown/file';
import { includesIn } from '../../syntax/markdown/includes';
import { parseMarkdown } from '../../syntax/markdown/parse';
import { partsAround } from '../../syntax/markdown/part';
import { type NodeSpans, NodeTable, spanOf } from '../../text/nodes';
import { at, type Place, partOfPlace } from '../../text/place';
import type { Span } from '../../text/span';
import { addressesIn } from './addresses';
import { rewriteLinks } from './compile';
import { type Dead, deadLink } from './deadLink';
import { type Settings, webdocsSettings } from './settings';

/** A link on a page that does not work in the portal; or a text that compile-to-webdocs.sh changes as if it were a link to a component (`rewritten`). */
export interface BadLink {
	readonly why: Dead['why'] | 'rewritten';
	/** The address or the text as written. */
	readonly said: string;
	readonly place: Place;
	/** The address that works; of what is `rewritten`, what it becomes. */
	readonly to?: string;
}

/** The pages whose links the portal shows: those that are compiled or written for it as they are, and the README; not those that are still the template's. */
export const linkingPages: Fact<readonly string[]> = read => {
	const readme = read(docsReadme);
	const pages = read(docsPages).filter(({ path, compiled }) => compiled || isInDirectory(path, webDocs));
	return [...(readme === undefined ? [] : [readme]), ...pages.map(({ path }) => path)].filter(path => !read(isTemplatePage, path));
};

/** The links on a page that do not work in the portal, and what compile-to-webdocs.sh changes by mistake, in the order of the page. */
export const badLinks: Fact<readonly BadLink[], string> = (read, path) => {
	const source = read(text, path) ?? '';
	const settings = read(webdocsSettings);
	const script = path.endsWith('.mdx') && settings !== undefined && 'script' in settings ? settings : undefined;
	const addresses = addressesIn(source);
	const suspicious = addresses?.filter(span => ofLink(read, path, source, { url: source.slice(span.start, span.end) }, span, script).length > 0);
	if (suspicious?.length === 0 && (script === undefined || literals(source, includeSpans(source), path, script).length === 0)) return [];
	const starts = suspicious?.map(({ start }) => start);
	const parts = starts && script === undefined ? partsAround(source, starts) : undefined;
	if (parts !== undefined) return parts.flatMap(part => linksIn(source, part).flatMap(({ link, span }) => ofLink(read, path, source, link, span, script)));
	const page = read(markdownFile, path);
	const spans = page && read(markdownSpans, path);
	if (page === undefined || spans === undefined) return [];
	const found = spannedLinks(page, spans).flatMap(({ link, span }) => ofLink(read, path, source, link, span, script));
	const changed = script === undefined ? [] : literals(source, skipped(source, page, spans), path, script);
	return [...found, ...changed].sort((a, b) => (a.place.from ?? 0) - (b.place.from ?? 0));
};

/** The links in a part of a page: parsing the whole is expensive. */
function linksIn(source: string, { start, end }: Span) {
	const { file, spans } = parseMarkdown(source.slice(start, end));
	return spannedLinks(file, spans).map(({ link, span }) => ({ link, span: { start: span.start + start, end: span.end + start } }));
}

/** Where a page has includes, which the script replaces before it looks for links. */
function includeSpans(source: string): readonly Span[] {
	const nodes = new NodeTable();
	return includesIn(source, nodes).flatMap(({ node }) => spanOf(nodes.spans, node) ?? []);
}

/** The links and definitions of a page, each with where its address stands. */
const spannedLinks = ({ links }: MarkdownFile, spans: NodeSpans) =>
	links.flatMap(link => {
		const span = link.kind === 'link' || link.kind === 'definition' ? spanOf(spans, link.urlNode) : undefined;
		return span === undefined ? [] : [{ link, span }];
	});

function ofLink(read: Read, path: string, source: string, { url }: Pick<Link, 'url'>, { start, end }: Span, script: Settings | undefined): BadLink[] {
	const said = source.slice(start, end);
	if (path.endsWith('.mdx') && script === undefined && /\/packer\/plugins\//.test(url)) return []; // a script that we do not know may rewrite it
	const around = rewritten(source.slice(start - 1, end + 1), script);
	const published = around.slice(1, around.length - 1);
	const bad = { said, place: partOfPlace(at(path), start, end) };
	const dead = deadLink(read, path, isPortal(published) ? published : said) ?? (published === said ? undefined : deadLink(read, path, published));
	if (dead === undefined) return published === said || isPortal(published) ? [] : [{ ...bad, why: 'rewritten', to: published }];
	const { to, why } = dead;
	// An address that the script would change again cannot be written on the page.
	return [{ ...bad, why, ...(to === undefined || rewritten(`(${to})`, script) !== `(${to})` ? {} : { to }) }];
}

const rewritten = (text: string, script: Settings | undefined): string =>
	script === undefined ? text : rewriteLinks(text, script.script, script.organization);

/** Whether a text has an address in the portal, or one that the script makes such an address of: there it changes what it should. */
const isPortal = (address: string): boolean => /\/packer\/(?:integrations|plugins)\//.test(address);

/** Where a page has links and includes, and what is not published: comments and front matter. */
function skipped(source: string, page: MarkdownFile, spans: NodeSpans): readonly Span[] {
	const nodes = [...page.links.map(({ urlNode }) => urlNode), ...page.includes.map(({ node }) => node), ...(page.frontMatter ? [page.frontMatter.node] : [])];
	return [...nodes.flatMap(node => spanOf(spans, node) ?? []), ...commentsIn(source)].sort((a, b) => a.start - b.start);
}

/** A longer word is not an address; the engine of regular expressions has a stack for so much. */
const longest = 1000;

/** What stands between blanks and marks, in pieces where it is long. */
const word = /[^\s()<>"'`[\]]{1,1000}/g;

/** What the script changes outside of links, in text and in code. */
function literals(source: string, skip: readonly Span[], path: string, { script, organization }: Settings): BadLink[] {
	const out: BadLink[] = [];
	let next = 0;
	let inside = 0;
	for (const { 0: said, index } of source.matchAll(word)) {
		for (let span = skip[next]; span !== undefined && span.start <= index; span = skip[++next]) inside = Math.max(inside, span.end);
		const to = index < inside || said.length >= longest ? said : rewriteLinks(said, script, organization);
		if (to !== said && !isPortal(said)) out.push({ why: 'rewritten', said, to, place: partOfPlace(at(path), index, index + said.length) });
	}
	return out;
}
