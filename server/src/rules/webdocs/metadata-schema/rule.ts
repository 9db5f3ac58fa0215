import { defineRule } from '../../../engine/rule';
import { schemaProblems } from '../../../facts/webdocs/schema';
import { schemaFix } from '../../../facts/webdocs/schemaFixes';

export default defineRule({
	summary: 'metadata.hcl has all required values, each of the right type',
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
		integration: '`metadata.hcl` must have exactly one `integration` block, or the portal rejects it.',
		missing: '`{parent}` block has no `{name}`, so the portal rejects `metadata.hcl`.',
		type: '`{name}` must be {wanted}, or the portal rejects `metadata.hcl`.',
		block: '`{name}` must be {wanted}. The portal rejects `metadata.hcl`.',
		repeated: '`metadata.hcl` has a second `{name}` block, so the portal rejects it.',
		'process-docs': '`docs` block has no `process_docs`, so the portal rejects `metadata.hcl`. Add `process_docs = true`.',
		'external-url': '`process_docs = false` requires an `external_url`, or the portal rejects `metadata.hcl`.',
		url: '`{name}` must be an absolute URL, or the portal rejects `metadata.hcl`.',
	},

	*check(read) {
		for (const found of read(schemaProblems)) {
			const { problem, at, name, parent, wanted } = found;
			const fix = schemaFix(read, found);
			yield { at, message: problem, data: { name, parent, wanted }, ...(fix ? { fix } : {}) };
		}
	},
});
