import { defineRule } from '../../../engine/rule';
import { schemaProblems } from '../../../facts/webdocs/schema';
import { schemaFix } from '../../../facts/webdocs/schemaFixes';

export default defineRule({
	summary: 'metadata.hcl has what the integrations portal asks for, and nothing of another type',
	title: 'Invalid metadata.hcl',
	titles: {
		missing: 'Attribute missing in metadata.hcl',
		type: 'Wrong type in metadata.hcl',
		repeated: 'Repeated block in metadata.hcl',
		url: 'Invalid URL in metadata.hcl',
	},
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/web-platform-packages/blob/main/packages/integrations-hcl/strategies/default/metadata.hcl.ts',
	messages: {
		integration: 'The file must have exactly one `integration` block: the integrations portal refuses it otherwise.',
		missing: 'This `{parent}` block has no `{name}`, without which the integrations portal refuses the file.',
		type: '`{name}` must be {wanted}: the integrations portal refuses any other type.',
		block: '`{name}` must be {wanted}: the integrations portal refuses it as it stands.',
		repeated: 'Only one `{name}` block may be there: the integrations portal refuses a second.',
		'process-docs': 'A `docs` block must say `process_docs = true` or `false`: the integrations portal refuses it without, although true is the default.',
		'external-url': 'With `process_docs = false` the `docs` block must say where the documentation is, in `external_url`.',
		url: '`{name}` must be an absolute address, `https://…`: the integrations portal refuses any other.',
	},

	*check(read) {
		for (const found of read(schemaProblems)) {
			const { problem, at, name, parent, wanted } = found;
			const fix = schemaFix(read, found);
			yield { at, message: problem, data: { name, parent, wanted }, ...(fix ? { fix } : {}) };
		}
	},
});
