import { defineRule } from '../../../engine/rule';
import { looseCopy } from '../../../facts/ci/makeDev';

export default defineRule({
	summary: 'The Makefile installs a development build where Packer looks for plugins',
	title: 'Development build not installed',
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/configure#packer-s-plugin-directory',
	threads: ['https://github.com/hashicorp/packer-plugin-scaffolding/issues/92'],
	messages: { loose: '`{to}` is at the root of the plugin folder, which Packer skips since 1.11. Install with `packer plugins install --path`.' },

	*check(read) {
		const found = read(looseCopy);
		if (found === undefined) return;
		const { place, to, edits } = found;
		yield { at: place, message: 'loose', data: { to }, ...(edits ? { fix: { title: 'Use packer plugins install', kind: 'offer' as const, edits } } : {}) };
	},
});
