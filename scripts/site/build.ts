import { readFileSync } from 'node:fs';
import type { Rule } from '../../server/src/engine/rule';
import { rules } from '../../server/src/rules/index';
import { deadLinks } from './links';
import { siteOf } from './site';

/** All files of the site by path, with its style and its search; and its dead links. Reads the pages of the rules from the current folder, the repository. */
export function built({ style, search }: { readonly style: string; readonly search: string }): {
	readonly files: ReadonlyMap<string, string>;
	readonly dead: readonly string[];
} {
	const pages = Object.fromEntries(Object.keys(rules).map(id => [id, readFileSync(`server/src/rules/${id}/README.md`, 'utf8')]));
	const site = siteOf({ rules: rules as unknown as Readonly<Record<string, Rule>>, pages, recipes: readFileSync('docs/recipes.md', 'utf8') });
	const files = new Map([...site, ['style.css', style], ['search.js', search]]);
	return { files, dead: deadLinks(files) };
}
