import type { Fact } from '../core/database';
import { filesUnder, text } from '../core/files';
import { docsSource } from '../docs/pages';

/** A link in the documentation that compile-to-webdocs.sh rewrites: to which plugin it leads. */
export interface RewrittenLink {
	readonly path: string;
	readonly plugin: string;
	readonly from: number;
	readonly to: number;
}

/** The links in the documentation and its partials that compile-to-webdocs.sh rewrites to the portal's addresses, under the organization it is given. */
export const rewrittenLinks: Fact<readonly RewrittenLink[]> = read => {
	const source = read(docsSource);
	if (source.from !== 'docs') return [];
	const pages = [...new Set([source.dir, 'docs-partials'])].flatMap(dir => read(filesUnder, dir)).filter(path => path.endsWith('.mdx'));
	return pages.flatMap(path =>
		[...(read(text, path) ?? '').matchAll(/\(\/packer\/plugins\/[^/\s)]+\/([^/\s)#]+)[^\s)]*\)/g)].map(found => ({
			path,
			plugin: found[1] as string,
			from: found.index + 1,
			to: found.index + found[0].length - 1,
		})),
	);
};
