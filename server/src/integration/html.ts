import { micromark, type Options } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { tooMuch } from '../syntax/markdown/limits';

/** A page as HTML; or why it is not shown. */
export type Html = { readonly html: string } | { readonly reason: string };

/**
 * A Markdown page as HTML that is also well-formed XML, whose elements and attributes are those of Markdown only. HTML in the page, and JSX, is shown as
 * text; comments are left out, as the portal does.
 */
export function htmlOf(markdown: string): Html {
	const reason = tooMuch(markdown);
	if (reason !== undefined) return { reason };
	const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml(), asText] });
	return {
		html: html.replace(callout, (_, mark: string) => `<p class="callout ${callouts[mark]}">`).replace(/<img src="([^"]*)" alt="([^"]*)"[^>]*>/g, picture),
	};
}

/** The marks of a callout at the start of a paragraph, which the portal's pages have in place of them. */
const callout = /<p>(=&gt;|-&gt;|~&gt;|!&gt;) /g;
const callouts: Readonly<Record<string, string>> = { '=&gt;': 'success', '-&gt;': 'note', '~&gt;': 'caution', '!&gt;': 'danger' };

/** Nothing is loaded: a picture is its description and its address. */
const picture = (_: string, address: string, alt: string) =>
	`<span class="picture"><span class="what">Image</span> ${alt === '' ? '' : `${alt} `}<code>${address}</code></span>`;

type HtmlExtension = NonNullable<Options['htmlExtensions']>[number];
type Handle = NonNullable<NonNullable<HtmlExtension['enter']>['htmlFlow']>;

const line = /^&lt;br ?\/?&gt;$/i;

const start: Handle = function () {
	this.buffer();
};

const data: Handle = function (token) {
	this.raw(this.encode(this.sliceSerialize(token)));
};

const flow: Handle = function () {
	const said = withoutComments(this.resume()).trim();
	if (said === '') return;
	this.lineEndingIfNeeded();
	this.tag('<pre class="html"><code>');
	this.raw(said);
	this.tag('</code></pre>');
};

const inline: Handle = function () {
	const said = withoutComments(this.resume());
	if (line.test(said)) this.tag('<br />');
	else if (said !== '') {
		this.tag('<code class="html">');
		this.raw(said);
		this.tag('</code>');
	}
};

/** HTML of a page: line breaks stay, comments go, and all else is text. */
const asText: HtmlExtension = {
	enter: { htmlFlow: start, htmlText: start },
	exit: { htmlFlow: flow, htmlText: inline, htmlFlowData: data, htmlTextData: data },
};

/** A text without its comments, found without going back, however many are not closed. */
function withoutComments(encoded: string): string {
	let out = '';
	for (let at = 0; ; ) {
		const start = encoded.indexOf('&lt;!--', at);
		const end = start < 0 ? -1 : encoded.indexOf('--&gt;', start + 7);
		if (end < 0) return out + encoded.slice(at);
		out += encoded.slice(at, start);
		at = end + 6;
	}
}
