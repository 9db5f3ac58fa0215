import type { Read } from '../facts/database';
import { markdownFile } from '../facts/docs/markdown';
import { pluginSentence } from '../facts/docs/names';
import { docsReadme } from '../facts/docs/pages';
import { leftovers } from '../facts/webdocs/leftovers';
import { metadata } from '../facts/webdocs/metadata';

const longest = 500;

/** What the plugin does: as its metadata.hcl says, else its documentation, else its README, else what can be told from its components. */
export function description(read: Read): string {
	const stale = new Set(read(leftovers).map(leftover => leftover.value.value));
	const said = read(metadata)?.description?.value.trim();
	const docs = read(docsReadme);
	const candidates = [said !== undefined && !stale.has(said) ? said : undefined, docs && opening(read, docs), opening(read, 'README.md'), pluginSentence(read)];
	return shortened(candidates.find(candidate => candidate !== undefined && candidate !== '') ?? '');
}

/** The first paragraph of a page before its second heading; undefined where there is none, or it is the scaffolding's. */
function opening(read: Read, path: string): string | undefined {
	const page = read(markdownFile, path);
	if (page === undefined) return undefined;
	const headings = page.headings.map(heading => heading.text);
	let seen = 0;
	for (const line of page.plainText.split('\n')) {
		const text = line.replace(/\s+/g, ' ').trim();
		if (text !== '' && text === headings[seen]?.replace(/\s+/g, ' ').trim()) seen++;
		else if (seen < 2 && /\w\W+\w.*\w{3}.*[.:!]$/.test(text) && text.length >= 30) return template.test(text) ? undefined : text.replace(/:$/, '.');
		if (seen > 1) return undefined;
	}
	return undefined;
}

/** What the scaffolding's pages say of themselves. */
const template = /\btemplate for a Packer\b|Include a short (?:overview|description)|^To install this plugin/i;

function shortened(text: string): string {
	const folded = text.replace(/\s+/g, ' ').trim();
	if (folded.length <= longest) return folded;
	const cut = folded.slice(0, longest);
	const sentence = cut.lastIndexOf('. ');
	return sentence > 80 ? cut.slice(0, sentence + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}
