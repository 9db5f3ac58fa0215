/** Where a link on a page leads in the preview: to another `page` of it, to a `heading`, to an `address`, to `nothing`; or it is `dead`, and why. */
export type Destination =
	| { readonly to: 'page'; readonly page: string }
	| { readonly to: 'heading' }
	| { readonly to: 'address'; readonly address: string }
	| { readonly to: 'nothing' }
	| { readonly to: 'dead'; readonly why: string };

/** A page whose links lead where `judge` says, with the text and the reason of those that are dead. */
export function withLinks(html: string, judge: (address: string) => Destination): Linked {
	const dead: DeadLink[] = [];
	const out = html.replace(/<a href="([^"]*)"([^>]*)>([\s\S]*?)<\/a>/g, (_, href: string, rest: string, text: string) => {
		const address = decoded(href);
		const found = judge(address);
		if (found.to === 'page') return `<a href="#" data-page="${escaped(found.page)}">${text}</a>`;
		if (found.to === 'address') return `<a href="${escaped(found.address)}">${text}</a>`;
		if (found.to === 'heading') return `<a href="#${href.startsWith('#user-content-') ? '' : prefix}${href.slice(1)}"${rest}>${text}</a>`;
		if (found.to === 'nothing') return `<span class="link">${text}</span>`;
		dead.push({ address, why: found.why });
		return `<span class="dead" id="dead-${dead.length}">${text}<span class="why"> ${escaped(found.why)}</span></span>`;
	});
	return { html: out, dead };
}

/** A page, and its links that are dead, in order. */
export interface Linked {
	readonly html: string;
	readonly dead: readonly DeadLink[];
}

/** A link that does not work in the portal. */
export interface DeadLink {
	readonly address: string;
	readonly why: string;
}

/** What the ids of headings begin with, so that they are never those of the preview itself. */
const prefix = 'page-';

/** A page whose headings have ids, as its links to them need. */
export function withHeadings(html: string): string {
	const used = new Map<string, number>();
	return html.replace(/<h([1-6])>([^\n]*?)<\/h\1>/g, (_, level: string, text: string) => {
		const plain = text.replace(/<[^>]*>/g, '').replace(/&\w+;/g, '');
		const slug = plain
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.trim()
			.replace(/ /g, '-');
		const count = used.get(slug) ?? 0;
		used.set(slug, count + 1);
		return `<h${level} id="${prefix}${slug}${count === 0 ? '' : `-${count}`}">${text}</h${level}>`;
	});
}

/** An address as it was written, from an attribute of micromark's. */
function decoded(attribute: string): string {
	const plain = attribute
		.replace(/&quot;/g, '"')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&');
	try {
		return decodeURI(plain);
	} catch {
		return plain; // a `%` that encodes nothing
	}
}

/** A text in HTML. */
export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
