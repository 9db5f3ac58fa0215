import { defineRule } from '../../../engine/rule';
import { lostEmbeds } from '../../../facts/acctest/embeds';

export default defineRule({
	summary: 'Files that tests embed are in the repository',
	title: 'Embedded test file missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://go.dev/pkg/embed/',
	messages: { missing: '`{pattern}` does not exist, so the tests of the package do not build: `pattern {pattern}: no matching files found`.' },

	*check(read) {
		for (const { pattern, place } of read(lostEmbeds)) yield { at: place, message: 'missing', data: { pattern } };
	},
});
