import type { Node } from '../../text/nodes';

/** What was not read, and where. Markdown itself is never wrong. */
export interface MarkdownProblem {
	readonly message: string;
	readonly node: Node;
}

/** An HTML comment with its marks. Comments have offsets and no node, because they do not change what the file means. */
export interface MarkdownComment {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** YAML front matter: `node` covers both `---`, `contentNode` and `raw` are the lines between. */
export interface FrontMatter {
	readonly raw: string;
	readonly node: Node;
	readonly contentNode: Node;
}

/** A heading, its text without marks. */
export interface Heading {
	readonly depth: number;
	readonly text: string;
	readonly node: Node;
}

/** A code block: `lang` and `meta` of a fence. `verbatim` where `contentNode` says `value` letter by letter (no indentation was taken away). */
export interface CodeBlock {
	readonly lang?: string;
	readonly meta?: string;
	readonly value: string;
	readonly fenced: boolean;
	readonly verbatim: boolean;
	readonly node: Node;
	readonly contentNode: Node;
}

/** A link, an image, or the definition that links refer to. `urlNode` is where the address is written; of a reference, in its definition. */
export interface Link {
	readonly kind: 'link' | 'image' | 'definition' | 'reference';
	readonly url: string;
	readonly text: string;
	readonly node: Node;
	readonly urlNode: Node;
}

/** A piece of `code` within a text. */
export interface InlineCode {
	readonly value: string;
	readonly node: Node;
}

/** A piece of HTML, without the comments in it. */
export interface Html {
	readonly value: string;
	readonly node: Node;
}

/** `@include 'path'`, found wherever packer-sdc finds it: in code and comments too. Not `closed`: it reads on to the end of the file. */
export interface Include {
	readonly path: string;
	readonly closed: boolean;
	readonly node: Node;
	readonly pathNode: Node;
}

/** A line that starts with `@include` in a way that packer-sdc does not see. */
export interface MissedInclude {
	readonly text: string;
	readonly node: Node;
}

/** What a Markdown or MDX page says, each list in the order of the text. `plainText` has one line a block: no code blocks, no HTML, no marks. */
export interface MarkdownFile {
	readonly frontMatter?: FrontMatter;
	readonly headings: readonly Heading[];
	readonly codeBlocks: readonly CodeBlock[];
	readonly links: readonly Link[];
	readonly inlineCodes: readonly InlineCode[];
	readonly html: readonly Html[];
	readonly includes: readonly Include[];
	readonly missedIncludes: readonly MissedInclude[];
	readonly plainText: string;
	readonly problems: readonly MarkdownProblem[];
}
