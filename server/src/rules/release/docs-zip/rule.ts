import { defineRule } from '../../../engine/rule';
import { docsZip, withoutDocsZip } from '../../../facts/release/docsZip';

export default defineRule({
	summary: 'Releases do not carry the docs.zip of the old website',
	title: 'Unused docs.zip',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#creating-a-github-release',
	threads: [
		'https://github.com/hashicorp/packer/pull/11677',
		'https://github.com/hashicorp/packer/pull/11985',
		'https://github.com/ivoronin/packer-plugin-sshkey/pull/5',
	],
	messages: { unused: '`docs.zip` was for the plugin pages of the old website. The integrations portal reads `.web-docs` instead.' },

	*check(read) {
		const found = read(docsZip);
		if (found === undefined) return;
		const related = found.hooks.map(at => ({ at, message: 'Makes the file' }));
		const edits = withoutDocsZip(read);
		yield { at: found.place, message: 'unused', related, fix: { title: 'Remove docs.zip from the release', kind: 'offer', edits } };
	},
});
