import { defineRule } from '../../../engine/rule';
import { acceptanceTests } from '../../../facts/acctest/tests';
import { brokenPlaces, isBroken } from '../../../facts/go/broken';
import { goSources, hcl2Specs } from '../../../facts/go/sources';
import { isPlugin } from '../../../facts/plugin/plugin';
import { isAsGenerated } from '../../../generate/stale/hcl2spec';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'Every Go file of the plugin and of its acceptance tests can be parsed',
	title: 'Go syntax error',
	severity: 'error',
	inBroken: true,
	item: 'develop-and-test',
	source: 'https://go.dev/ref/spec',
	messages: {
		broken: 'Go syntax error, so the plugin does not compile. Rules that read the package are skipped.',
		brokenTest: 'Go syntax error, so the acceptance tests do not compile. Rules that read the package are skipped.',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		const broken = (path: string) => read(isBroken, path);
		const place = (path: string) => read(brokenPlaces, path)[0] ?? at(path);
		for (const path of [...read(goSources), ...read(hcl2Specs).filter(path => !read(isAsGenerated, path))].filter(broken))
			yield { at: place(path), message: 'broken' };
		for (const path of read(acceptanceTests).filter(broken)) yield { at: place(path), message: 'brokenTest' };
	},
});
