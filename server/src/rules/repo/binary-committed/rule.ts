import { defineRule } from '../../../engine/rule';
import { isPlugin } from '../../../facts/plugin/plugin';
import { binaries, ignore } from '../../../facts/repo/binaries';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'Git ignores the built plugin',
	title: 'Built plugin not ignored',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.gitignore',
	messages: { binary: '`{path}` is a build of the plugin, and `.gitignore` does not exclude it. Releases belong on the release page.' },

	*check(read) {
		const [first, ...others] = read(binaries);
		if (first === undefined || !read(isPlugin)) return;
		yield {
			at: at(first),
			message: 'binary',
			data: { path: first },
			related: others.map(path => ({ at: at(path), message: `\`${path}\` is one, too` })),
			fix: { title: `Add ${others.length > 0 ? 'files' : first} to .gitignore`, kind: 'offer', edits: [ignore(read, [first, ...others])] },
		};
	},
});
