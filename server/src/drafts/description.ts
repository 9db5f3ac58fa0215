import type { Read } from '../facts/core/database';
import { text } from '../facts/core/files';
import { pluginSentence } from '../facts/docs/names';
import { docsReadme } from '../facts/docs/pages';
import { metadata } from '../facts/webdocs/metadata';
import { placeholders } from '../facts/webdocs/placeholders';
import { redact } from '../secrets/redact';

const longest = 500;

/** What the plugin does: as its metadata.hcl says, else its documentation, else its README, else what its components show. */
export function description(read: Read): string {
	const stale = new Set(read(placeholders).map(placeholder => placeholder.value.value));
	const said = read(metadata)?.description?.value.trim();
	const docs = read(docsReadme);
	const candidates = [said !== undefined && !stale.has(said) ? said : undefined, docs && opening(read, docs), opening(read, 'README.md'), pluginSentence(read)];
	return shortened(redact(candidates.find(candidate => candidate !== undefined && candidate !== '') ?? ''));
}

/** The first paragraph of a page before its second heading; undefined if there is none, or it is the scaffolding's. */
function opening(read: Read, path: string): string | undefined {
	// Secrets are removed before anything is cut: half of one is not recognized.
	const source = redact((read(text, path) ?? '').slice(0, 200_000).replace(/\r\n?/g, '\n')).slice(0, 20_000);
	const prose = source.replace(/^\s*---\n[\s\S]*?\n---\n/, '').replace(/<!--[\s\S]*?-->|^(```|~~~)[\s\S]*?^\1/gm, '');
	let headings = 0;
	for (const block of prose.split(/\n\s*\n|\n(?=#)|(?<=^#.*)\n/m).map(block => block.trim())) {
		if (block.startsWith('#') && ++headings > 1) return undefined;
		const plain = plainText(block);
		if (boilerplate.test(plain)) return undefined;
		if (/^(?:[#>|<*+-]|\d+[.)] |@include|!?\[!\[)/.test(block) || plain.length < 30 || !/[.:!]$/.test(plain)) continue;
		return plain.replace(/:$/, '.');
	}
	return undefined;
}

/** A paragraph without the marks of Markdown, links as their texts, and without a sentence that only refers to other pages. */
const plainText = (block: string) =>
	block
		.replace(/!\[[^\]]*\]\([^)]*\)/g, '')
		.replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
		.replace(/<[^>\n]*>|[`*]+/g, '')
		.replace(/\s+/g, ' ')
		.replace(/ ?For the full list of available features[^.]*\./i, '')
		.trim();

/** What the scaffolding's pages say of themselves. */
const boilerplate = /\btemplate for a Packer\b|^These folders contain boilerplate|Include a short (?:overview|description)|^To install this plugin/i;

function shortened(sentence: string): string {
	const folded = sentence
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/[^.!?]$/, '$&.');
	if (folded.length <= longest) return folded;
	const cut = folded.slice(0, longest);
	const end = cut.lastIndexOf('. ');
	return end > 80 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}
