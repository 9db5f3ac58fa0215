import { SaxesParser } from 'saxes';

/** The links of a site that lead nowhere, as `page: address`: to files and to parts of pages that it does not have. Throws for a page that is not well-formed. */
export function deadLinks(files: ReadonlyMap<string, string>): readonly string[] {
	const pages = [...files].filter(([path]) => path.endsWith('.html')).map(([path, text]) => [path, partsOf(path, text)] as const);
	const anchors = new Map(pages.map(([path, { ids }]) => [path, ids]));
	return pages.flatMap(([path, { addresses }]) =>
		addresses.flatMap(address => {
			if (/^[a-z][a-z\d+.-]*:/i.test(address)) return /^https:\/\/[^\s/]+\.[^\s]*$/.test(address) ? [] : [`${path}: ${address}`];
			const { pathname, hash } = new URL(address, `file:///${path}`);
			const to = decodeURIComponent(pathname.slice(1));
			const isThere = files.has(to) && (hash === '' || anchors.get(to)?.has(decodeURIComponent(hash.slice(1))) === true);
			return isThere ? [] : [`${path}: ${address}`];
		}),
	);
}

function partsOf(path: string, text: string): { readonly addresses: readonly string[]; readonly ids: ReadonlySet<string> } {
	const addresses: string[] = [];
	const ids = new Set<string>();
	const parser = new SaxesParser();
	parser.on('error', error => {
		throw new Error(`${path}: ${error.message}`);
	});
	parser.on('opentag', ({ attributes }) => {
		for (const name of ['href', 'src']) if (attributes[name] !== undefined) addresses.push(attributes[name]);
		if (attributes.id !== undefined) ids.add(attributes.id);
	});
	parser.write(text).close();
	return { addresses, ids };
}
