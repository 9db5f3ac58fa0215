import { defineRule } from '../../../engine/rule';
import { unsentSpecs } from '../../../facts/component/unsentSpecs';

export default defineRule({
	summary: 'Specs of components consist of what the SDK sends to Packer',
	title: 'Spec that Packer cannot receive',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/rpc/convert.go',
	messages: {
		unsent: '`{name}` cannot be sent to Packer, which panics in every template that uses the component. Return the generated spec.',
	},

	*check(read) {
		for (const { name, place } of read(unsentSpecs)) yield { at: place, message: 'unsent', data: { name } };
	},
});
