import type { Fact } from '../core/database';
import { filesIn, text } from '../core/files';

/** What the README of the repository lacks: it is `missing`, or says nothing about how to `install` the plugin; then with its path. */
export const readmeGap: Fact<{ readonly lacks: 'missing' } | { readonly lacks: 'install'; readonly path: string } | undefined> = read => {
	// Where GitHub looks for it.
	const found = ['.github', '', 'docs'].flatMap(dir =>
		read(filesIn, dir)
			.filter(name => /^readme(?:\.|$)/i.test(name))
			.map(name => (dir === '' ? name : `${dir}/${name}`)),
	);
	const [first] = found;
	if (first === undefined) return { lacks: 'missing' };
	const shown = first.startsWith('docs/') || !/(?:\/|^)readme(?:\.(?:md|markdown))?$/i.test(first) ? undefined : read(text, first);
	return shown === undefined || installs.test(shown) || links.test(shown) ? undefined : { lacks: 'install', path: first };
};

const installs = /\brequired_plugins\b|\bpacker(?:\.exe)?\s+(?:plugins\s+install|init)\b/;
/** Other pages that may say it. */
const links = /developer\.hashicorp\.com\/packer|\bpacker\.io\b|\]\([^)\s]*\bdocs\b|\breadthedocs\b|\bdocs?\.[\w-]+\.\w+/i;
