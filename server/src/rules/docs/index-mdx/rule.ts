import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { filesUnder } from '../../../facts/core/files';
import { basename } from '../../../facts/core/paths';
import { markdownFile } from '../../../facts/docs/markdown';
import { docsReadme } from '../../../facts/docs/pages';
import { isPublished } from '../../../facts/docs/published';
import { webdocsSettings } from '../../../generate/webdocs/settings';
import { remove } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The documentation has one overview, docs/README.md',
	title: 'Overview is not published',
	titles: { several: 'Overviews are not published', copy: 'Overview repeats README' },
	severity: 'warning',
	severities: { copy: 'info' },
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/pull/12702',
	messages: {
		own: '`{path}` is not published: `compile-to-webdocs.sh` skips `index.mdx`. Move its text to `{readme}`.',
		several: '{count} overviews are not published: `compile-to-webdocs.sh` skips `index.mdx`. Move their texts to `{readme}`.',
		copy: '`{path}` is not published, and `{readme}` has all that it says. Delete the page.',
	},

	*check(read) {
		const settings = read(webdocsSettings);
		if (settings === undefined || !('script' in settings) || !read(isPublished)) return;
		const readme = read(docsReadme) ?? `${settings.source}/README.md`;
		const pages = read(filesUnder, settings.source).filter(path => basename(path) === 'index.mdx' && path !== `${settings.source}/index.mdx`);
		if (pages.length === 0) return;
		const there = new Set(wordsOf(read, readme));
		const own: string[] = [];
		for (const path of pages) {
			const words = new Set(wordsOf(read, path));
			const missing = [...words].filter(word => !there.has(word));
			if (missing.length > words.size / 10) own.push(path);
			else if (words.size > 0 && missing.length === 0)
				yield { at: at(path), message: 'copy', data: { path, readme }, fix: { title: `Delete ${path}`, kind: 'offer', edits: [remove(path)] } };
		}
		const [first, ...others] = own;
		if (first === undefined) return;
		const related = others.map(path => ({ at: at(path), message: 'Not published either' }));
		yield { at: at(first), message: others.length > 0 ? 'several' : 'own', data: { path: first, readme, count: String(own.length) }, related };
	},
});

/** What a page says below its title, word by word, code left out. */
function wordsOf(read: Read, path: string): readonly string[] {
	const page = read(markdownFile, path);
	if (page === undefined) return [];
	const [first, ...others] = page.plainText.split('\n');
	const said = first === page.headings[0]?.text ? others.join(' ') : page.plainText;
	return said.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
