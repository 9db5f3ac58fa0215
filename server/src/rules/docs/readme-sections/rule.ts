import { defineRule } from '../../../engine/rule';
import { readmeGaps } from '../../../facts/docs/readmeSections';
import { isPlugin } from '../../../facts/plugin/plugin';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The README of the documentation installs the plugin and names its components',
	title: 'Components missing in README',
	titles: { install: 'Installation missing in README' },
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer/pull/12702',
	messages: {
		install: '`{path}` shows neither `required_plugins` nor `packer plugins install`. Show how Packer installs the plugin.',
		components: '`{path}` does not name {names}, which the plugin registers. List its components.',
	},

	*check(read) {
		const gaps = read(readmeGaps);
		if (gaps === undefined || !read(isPlugin)) return;
		const { path, installs, unnamed } = gaps;
		if (!installs) yield { at: at(path), message: 'install', data: { path } };
		const [first, ...others] = unnamed.map(({ fullName }) => `\`${fullName}\``);
		if (first !== undefined)
			yield { at: at(path), message: 'components', data: { path, names: others.length > 0 ? `${first} and ${others.length} more` : first } };
	},
});
