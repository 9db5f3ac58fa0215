import { defineRule } from '../../../engine/rule';
import { text } from '../../../facts/core/files';
import { frontMatter } from '../../../facts/docs/frontMatter';
import { docsPages, docsSource } from '../../../facts/docs/pages';
import { isPublished } from '../../../facts/docs/published';
import { at, partOfPlace } from '../../../text/place';

export default defineRule({
	summary: 'Front matter is YAML',
	title: 'Front matter is not YAML',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/tree/main/docs',
	messages: { invalid: 'Front matter is not YAML: `{line}`. Quote text that has a colon or begins with a mark.' },

	*check(read) {
		if (read(docsSource).from !== 'docs' || !read(isPublished)) return;
		for (const { path, compiled } of read(docsPages)) {
			const found = compiled ? read(frontMatter, path) : undefined;
			if (found?.problem === undefined) continue;
			const lines = (read(text, path) ?? '').slice(found.start, found.end).split('\n');
			const before = lines.slice(0, found.problem.line).reduce((sum, line) => sum + line.length + 1, found.start);
			const line = (lines[found.problem.line] ?? '').trimEnd();
			const said = line.trim().replaceAll('`', "'");
			const place = partOfPlace(at(path), before, before + line.length);
			yield { at: place, message: 'invalid', data: { line: said.length > 50 ? `${said.slice(0, 49)}…` : said } };
		}
	},
});
