import { spanOf } from '../../text/nodes';
import { at, type Place, partOfPlace } from '../../text/place';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { commentsIn } from './comments';
import { markdownFile, markdownSpans } from './markdown';

/** What a page says in MDX that is not Markdown: a component, `<Tabs>`, or an `import` or `export` of JavaScript. */
export interface Mdx {
	readonly said: string;
	readonly place: Place;
}

/** A tag as of a component: HTML's have small letters. */
const tag = /<\/?([A-Z][\w.]{0,100})(?![\w.])([^<>]{0,1000})>/g;

/** A line that imports or exports as JavaScript does; `import is complete` and `export NAME=value` are text and shell. */
const module = /^(?:import\s(?:[\w*{}, \t]{1,500}\sfrom\s)?\s*["'][^"'\n]+["'];?|export\s(?:default|const|function)\s.+?)[ \t]*\r?$/gm;

/** What a page has that says something in MDX. */
const likely = /<\/[A-Z]|<[A-Z][^<>]{0,500}[=/]|<(?:Tabs?|CodeTabs|CodeBlockConfig|Note|Tip|Warning|Highlight)\b|^(?:import|export)\s/m;

/**
 * What a page says in MDX, in the order of the page. A tag counts if it is closed, has attributes, or is one of HashiCorp's; others may be placeholders:
 * `<Region>`.
 */
export const mdxOn: Fact<readonly Mdx[], string> = (read, path) => {
	const source = read(text, path) ?? '';
	if (!likely.test(source)) return []; // parsing a page is expensive
	const file = read(markdownFile, path);
	const spans = read(markdownSpans, path);
	if (file === undefined || spans === undefined || file.problems.length > 0) return [];
	const plain = withoutComments(source);
	const tags = file.html.flatMap(({ node }) => {
		const { start, end } = spanOf(spans, node) ?? { start: 0, end: 0 };
		return [...plain.slice(start, end).matchAll(tag)].map(({ 0: said, 1: name = '', 2: rest = '', index }) => ({ said, name, rest, start: start + index }));
	});
	const closed = new Set(tags.flatMap(({ said, name, rest }) => (said.startsWith('</') || /=|\/$/.test(rest) ? [name] : [])));
	const components = tags.filter(({ said, name }) => !said.startsWith('</') && (closed.has(name) || known.test(name)));
	const code = [...file.codeBlocks, ...file.html].flatMap(({ node }) => spanOf(spans, node) ?? []);
	const modules = [...source.matchAll(module)].filter(({ index }) => !code.some(({ start, end }) => start <= index && index < end));
	const placed = (said: string, start: number) => ({ said, place: partOfPlace(at(path), start, start + said.length), start });
	const all = [...components.map(({ said, start }) => placed(said, start)), ...modules.map(({ 0: said, index }) => placed(said.trim(), index))];
	return all.sort((a, b) => a.start - b.start).map(({ said, place }) => ({ said, place }));
};

/** A page with blanks instead of its comments. */
function withoutComments(source: string): string {
	let out = '';
	let done = 0;
	for (const { start, end } of commentsIn(source)) {
		out += source.slice(done, start) + ' '.repeat(end - start);
		done = end;
	}
	return out + source.slice(done);
}

/** Components of HashiCorp's documentation. */
const known =
	/^(?:Tabs?|CodeTabs|CodeBlockConfig|Note|Tip|Warning|Highlight|EnterpriseAlert|ImageConfig|VideoEmbed|PluginTierLabel|Badge|BadgesHeader|PluginBadge)$/;
