import { defineRule } from '../../../engine/rule';
import { untriggered } from '../../../facts/ci/releaseTrigger';
import { listed } from '../../../text/listed';

export default defineRule({
	summary: 'The release workflow runs for the tags of releases',
	title: 'Release not triggered by tags',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#creating-a-github-release',
	messages: {
		tags: 'Release workflow runs for tags {tags} and not for one like `v1.2.3`, which is how `packer init` requires them.',
		branches: 'Release workflow does not run when a tag like `v1.2.3` is pushed.',
	},

	*check(read) {
		const found = read(untriggered);
		if (found === undefined) return;
		const { place, tags } = found;
		yield { at: place, message: tags.length === 0 ? 'branches' : 'tags', data: { tags: listed(tags) } };
	},
});
