import { defineRule } from '../../../engine/rule';
import { postProcessed } from '../../../facts/component/postProcessing';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Post-processors that return their input keep it',
	title: 'Returned input is deleted',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/custom-post-processors',
	messages: {
		deleted: '`{input}` is returned and not kept, so Packer deletes the artifact that it then lists as the result. Return `true` for keep.',
	},

	*check(read) {
		for (const { artifact, keep, input, places } of read(postProcessed)) {
			if (artifact !== 'input' || keep !== false || input === undefined) continue;
			const fix = { title: 'Keep input artifact', kind: 'offer' as const, edits: [replace(places.keep, 'true')] };
			yield { at: places.keep, message: 'deleted', data: { input }, fix };
		}
	},
});
