import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { unimporting } from '../../../facts/go/unimporting';
import { wrongOutputSpecs } from '../../../generate/input/outputSpecs';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'OutputSpec returns the spec of what the data source returns',
	title: 'OutputSpec of another struct',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/custom-datasources',
	messages: {
		lacking: '`OutputSpec` returns the spec of `{spec}`, which lacks `{attribute}` of `{output}`. The data source panics when it returns its output.',
	},

	*check(read) {
		for (const { returned, spec, output, attribute, canReturn } of read(wrongOutputSpecs)) {
			const fix = {
				title: `Return spec of ${output.type}`,
				kind: 'offer' as const,
				edits: (read: Read) => [replace(returned, `(&${output.type}{}).FlatMapstructure().HCL2Spec()`), ...unimporting(read, returned)],
			};
			yield { at: returned, message: 'lacking', data: { spec: spec.type, attribute, output: output.type }, ...(canReturn ? { fix } : {}) };
		}
	},
});
