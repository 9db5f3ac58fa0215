import { defineRule } from '../../../engine/rule';
import { postProcessed } from '../../../facts/component/postProcessing';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Post-processors that succeed return an artifact',
	title: 'Post-processor returns no artifact',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/custom-post-processors',
	threads: ['https://github.com/hashicorp/packer/issues/4125'],
	messages: {
		nil: 'Artifact is nil, so Packer skips the post-processors that follow, and deletes what the build made unless others keep it.',
	},

	*check(read) {
		for (const { artifact, input, places } of read(postProcessed)) {
			if (artifact !== 'nil') continue;
			const edits = input === undefined ? [] : [replace(places.artifact, input), replace(places.keep, 'true'), replace(places.force, 'true')];
			yield {
				at: places.artifact,
				message: 'nil',
				...(edits.length === 0 ? {} : { fix: { title: `Return and keep ${input}`, kind: 'offer' as const, edits } }),
			};
		}
	},
});
