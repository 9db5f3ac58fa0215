import { defineRule } from '../../../engine/rule';
import { durationOutputs } from '../../../generate/input/durationOutputs';

export default defineRule({
	summary: 'Data sources return durations as strings',
	title: 'Duration in output',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/hcl2helper/values.go',
	messages: {
		duration: '`{field}` is a string in the HCL2 spec, but templates get the number of its milliseconds. Return `{field}.String()` in a string.',
	},

	*check(read) {
		for (const { field, type } of read(durationOutputs)) yield { at: type, message: 'duration', data: { field } };
	},
});
