import { defineRule } from '../../../engine/rule';
import { localReplaces } from '../../../facts/plugin/localReplaces';
import { isPlugin } from '../../../facts/plugin/plugin';
import { removeLines } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'go.mod replaces modules only with what clones of the repository have',
	title: 'Module replaced with folder',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://go.dev/ref/mod#go-mod-file-replace',
	messages: {
		one: '`{module}` is replaced with `{folder}`, which clones of the repository do not have. Require a released version instead.',
		several: '{count} modules are replaced with folders that clones of the repository do not have. Require released versions instead.',
	},

	*check(read) {
		const all = read(localReplaces);
		const [first, ...others] = all;
		if (first === undefined || !read(isPlugin)) return;
		const edits = all.map(({ replace }) => removeLines(at('go.mod', replace.node)));
		yield {
			at: at('go.mod', first.replace.newPathNode),
			message: others.length === 0 ? 'one' : 'several',
			data: { module: first.replace.path, folder: first.replace.newPath, count: String(all.length) },
			related: others.map(({ replace }) => ({ at: at('go.mod', replace.newPathNode), message: `\`${replace.path}\` is replaced here` })),
			...(all.every(({ removable }) => removable)
				? { fix: { title: `Remove \`replace\` of ${first.replace.path}${others.length > 0 ? ' and others' : ''}`, kind: 'offer', edits } }
				: {}),
		};
	},
});
