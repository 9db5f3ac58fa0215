import { defineRule, type Finding } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { text } from '../../../facts/core/files';
import { type HeaderProblem, headerLayout } from '../../../facts/docs/headerLayout';
import { headingOf } from '../../../facts/docs/newHeader';
import { docsPages, docsSource, type Page } from '../../../facts/docs/pages';
import { isPublished } from '../../../facts/docs/published';
import { isTemplatePage } from '../../../facts/docs/templatePages';
import { scriptPath } from '../../../facts/webdocs/paths';
import { readScript } from '../../../generate/webdocs/script';
import { replace } from '../../../text/edit';
import { at, partOfPlace } from '../../../text/place';

type Kind = HeaderProblem['kind'];

interface Found {
	readonly page: Page;
	readonly problem: HeaderProblem;
}

export default defineRule({
	summary: 'The title of a page is the second line behind front matter, between two empty lines',
	title: 'Page loses its first lines',
	titles: { title: 'Page has two titles', titles: 'Pages have two titles', several: 'Pages lose their first lines', dashes: 'Dashes end front matter' },
	severity: 'error',
	severities: { title: 'warning', titles: 'warning' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.web-docs/scripts/compile-to-webdocs.sh',
	messages: {
		cut: '`{said}` is not published: `compile-to-webdocs.sh` drops three lines behind front matter. Put the title between two empty ones.',
		several: '{count} pages lose text, `{said}` first: `compile-to-webdocs.sh` drops three lines behind front matter.',
		title: '`{said}` is published below the title of the portal. `compile-to-webdocs.sh` drops the title only on the second line behind front matter.',
		titles: '{count} pages are published with two titles, because their own is not on the second line behind front matter.',
		dashes: '`{said}` counts as the end of front matter, so `compile-to-webdocs.sh` drops all text above. Close front matter with `---`.',
	},

	*check(read) {
		const script = read(text, scriptPath);
		if (read(docsSource).from !== 'docs' || !read(isPublished) || script === undefined || readScript(script) === undefined) return;
		const found = read(docsPages).flatMap((page): Found[] => {
			const problem = page.compiled && !read(isTemplatePage, page.path) ? read(headerLayout, page.path) : undefined;
			return problem === undefined ? [] : [{ page, problem }];
		});
		const of = (kind: Kind) => found.filter(({ problem }) => problem.kind === kind);
		yield* together(of('cut'), 'cut', 'several');
		yield* together(of('title'), 'title', 'titles');
		for (const one of of('dashes')) yield { at: place(one), message: 'dashes', data: { said: shortened(one.problem.said) } };
	},
});

/** One finding about pages with the same problem. */
function together(found: readonly Found[], single: 'cut' | 'title', several: 'several' | 'titles'): Finding<Kind | 'several' | 'titles'>[] {
	const [first, ...others] = found;
	if (first === undefined) return [];
	return [
		{
			at: place(first),
			message: others.length > 0 ? several : single,
			data: { said: shortened(first.problem.said), count: String(found.length) },
			related: others.map(one => ({ at: place(one), message: single === 'cut' ? 'Not published either' : 'Published, too' })),
			fix: {
				title: others.length > 0 ? 'Move titles to their lines' : 'Move title to its line',
				kind: 'safe',
				edits: read => found.flatMap(one => moved(read, one)),
			},
		},
	];
}

const place = ({ page, problem }: Found) => partOfPlace(at(page.path), problem.from, problem.to);

/** The edit that puts the title where the script drops it, and comments below. */
function moved(read: Read, { page, problem: { between, comments, title } }: Found) {
	if (between === undefined) return [];
	const lines = ['', `# ${title ?? headingOf(read, page)}`, '', ...comments.flatMap(comment => [comment, '']), ''];
	return [replace(partOfPlace(at(page.path), ...between), lines.join('\n'))];
}

const shortened = (line: string): string => (line.length > 40 ? `${line.slice(0, 39)}…` : line).replaceAll('`', "'");
