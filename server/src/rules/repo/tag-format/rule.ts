import { defineRule } from '../../../engine/rule';
import { anchor } from '../../../facts/plugin/anchor';
import { isPlugin } from '../../../facts/plugin/plugin';
import { lostTag } from '../../../facts/repo/tags';

export default defineRule({
	summary: 'The newest release has a tag like v1.2.3',
	title: 'Release tag format',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#creating-a-github-release',
	threads: ['https://github.com/digitalocean/packer-plugin-digitalocean/issues/74'],
	messages: { format: '`packer init` looks for the release of tag `{tag}` at `{wanted}`, where it is not. Tag releases as `{wanted}`.' },

	*check(read) {
		const found = read(lostTag);
		if (found !== undefined && read(isPlugin)) yield { at: read(anchor), message: 'format', data: { tag: found.tag, wanted: found.wanted } };
	},
});
