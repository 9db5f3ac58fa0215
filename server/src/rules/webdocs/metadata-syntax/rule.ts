import { defineRule } from '../../../engine/rule';
import { hclFile } from '../../../facts/webdocs/hcl';
import { metadataPath } from '../../../facts/webdocs/paths';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'metadata.hcl can be parsed',
	title: 'metadata.hcl syntax error',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/web-platform-packages/blob/main/packages/integrations-hcl/lib/hcl.ts',
	messages: { syntax: 'The portal cannot parse `metadata.hcl`. {problem}' },

	*check(read) {
		for (const { message, node } of read(hclFile, metadataPath)?.problems ?? [])
			yield { at: at(metadataPath, node), message: 'syntax', data: { problem: message } };
	},
});
