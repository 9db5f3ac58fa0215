import { defineRule } from '../../../engine/rule';
import { postProcessed } from '../../../facts/component/postProcessing';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Post-processors force only that their input is kept',
	title: 'Force without keep',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/packer/post_processor.go',
	messages: { idle: '`true` has no effect: Packer forces that the input is kept, never that it is deleted. Users can still set `keep_input_artifact`.' },

	*check(read) {
		for (const { artifact, keep, force, places } of read(postProcessed)) {
			if (artifact === 'nil' || (artifact === 'input' && keep === false) || keep !== false || force !== true) continue;
			yield { at: places.force, message: 'idle', fix: { title: 'Return false', kind: 'offer', edits: [replace(places.force, 'false')] } };
		}
	},
});
