import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { exists, text } from '../../../facts/core/files';
import { meantFolder, oddPages } from '../../../generate/webdocs/oddPages';
import { create, type Edit, remove } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'Pages are in folders of builders, provisioners, post-processors and datasources',
	title: 'Page in unknown folder',
	titles: { several: 'Pages in unknown folder' },
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.web-docs/scripts/compile-to-webdocs.sh',
	messages: {
		one: '`compile-to-webdocs.sh` stops at `{path}`, because it does not know the folder `{folder}`. {advice}',
		several: '`compile-to-webdocs.sh` stops at {count} pages, because it does not know the folder `{folder}`. {advice}',
	},

	*check(read) {
		for (const { folder, pages } of read(oddPages).unexpected) {
			const [first, ...others] = pages;
			if (first === undefined) continue;
			const meant = meantFolder(folder);
			const moves = pages.map(path => [path, path.replace(`/${folder}/`, `/${meant}/`)] as const);
			const canMove = meant !== undefined && moves.every(([, to]) => !read(exists, to));
			yield {
				at: at(first),
				message: others.length > 0 ? 'several' : 'one',
				data: {
					path: first.length > 40 ? `…${first.slice(-39)}` : first,
					folder: folder.slice(0, 30),
					count: String(pages.length),
					advice: meant === undefined ? 'Move it, or rename it to `.md`.' : `It is \`${meant}\`.`,
				},
				related: others.map(path => ({ at: at(path), message: 'In the same folder' })),
				...(canMove
					? { fix: { title: `Rename ${folder.slice(0, 30)} to ${meant}`, kind: 'offer', edits: read => moves.flatMap(move => moved(read, move)) } }
					: {}),
			};
		}
	},
});

const moved = (read: Read, [from, to]: readonly [string, string]): Edit[] => [create(to, read(text, from) ?? ''), remove(from)];
