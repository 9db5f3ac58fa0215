import { defineRule } from '../../../engine/rule';
import { ctyReplace, ctyWithoutGob } from '../../../facts/plugin/cty';
import { append } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'go.mod requires a go-cty whose values the SDK can encode',
	title: 'go-cty crashes plugin',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/issues/131',
	messages: {
		crash: 'SDK {sdk} panics with go-cty {cty}: `gob: type cty.Type has no exported fields`. Update the SDK, then run `packer-sdc fix`.',
	},

	*check(read) {
		const found = read(ctyWithoutGob);
		if (found === undefined) return;
		yield {
			at: at('go.mod', found.cty.node),
			message: 'crash',
			data: { sdk: found.sdk, cty: found.cty.version },
			fix: { title: 'Add go-cty replacement as packer-sdc fix does', kind: 'offer', edits: [append('go.mod', `\n${ctyReplace}\n`)] },
		};
	},
});
