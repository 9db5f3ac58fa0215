import type { Nodes, Root } from 'mdast';
import { type CompileContext, fromMarkdown, type Token } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';

/** Where the address of a link is written, which the library does not keep. */
export type Addresses = ReadonlyMap<Nodes, readonly [start: number, end: number]>;

/** The tree of a Markdown text: CommonMark with GitHub's extensions and front matter. Strict MDX would refuse HashiCorp's pages. */
export function treeOf(text: string): { readonly root: Root; readonly addresses: Addresses } {
	const addresses = new Map<Nodes, readonly [number, number]>();
	function address(this: CompileContext, token: Token): void {
		const url = this.resume();
		const node = this.stack.at(-1) as Nodes | undefined;
		if (!node || !('url' in node)) return;
		node.url = url;
		addresses.set(node, [token.start.offset, token.end.offset]);
	}
	const root = fromMarkdown(text, {
		extensions: [frontmatter(['yaml']), gfm()],
		mdastExtensions: [
			frontmatterFromMarkdown(['yaml']),
			// The transforms would add links that have no place in the text.
			...gfmFromMarkdown().map(({ transforms: _transforms, ...rest }) => rest),
			{ exit: { resourceDestinationString: address, definitionDestinationString: address } },
		],
	});
	return { root, addresses };
}
