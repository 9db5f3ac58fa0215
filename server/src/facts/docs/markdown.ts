import { fencesOf } from '../../syntax/markdown/fences';
import type { CodeBlock, MarkdownFile } from '../../syntax/markdown/file';
import { parseMarkdown } from '../../syntax/markdown/parse';
import type { NodeSpans } from '../../text/nodes';
import type { Fact } from '../core/database';
import { text } from '../core/files';

/** A page parsed, which is expensive: for the few pages that a rule asks about. Undefined where there is none. */
const parsed: Fact<{ file: MarkdownFile; spans: NodeSpans } | undefined, string> = (read, path) => {
	const source = read(text, path);
	return source === undefined ? undefined : parseMarkdown(source);
};

/** What a Markdown or MDX page says. */
export const markdownFile: Fact<MarkdownFile | undefined, string> = (read, path) => read(parsed, path)?.file;

/** The code on a Markdown or MDX page: most pages need not be parsed for that. */
export const codeBlocks: Fact<readonly CodeBlock[], string> = (read, path) => {
	const source = read(text, path);
	return source === undefined ? [] : (fencesOf(source)?.file ?? read(markdownFile, path)?.codeBlocks ?? []);
};

/** Where the nodes of a page stand. */
export const markdownSpans: Fact<NodeSpans | undefined, string> = (read, path) => read(parsed, path)?.spans;
