import { defineRule } from '../../../engine/rule';
import { metadata } from '../../../facts/webdocs/metadata';
import { removeLines, replace } from '../../../text/edit';

const valid: readonly string[] = ['archived', 'hcp-ready'];

export default defineRule({
	summary: 'metadata.hcl has only flags that the integrations portal knows',
	title: 'Unknown integration flag',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/integration-template#valid-flags',
	messages: {
		unknown: 'The integrations portal knows the flags archived and hcp-ready only: with “{flag}” the documentation is published empty, and no job fails.',
	},

	*check(read) {
		const flags = read(metadata)?.flags;
		for (const { value, place } of flags?.items ?? []) {
			if (flags === undefined || valid.includes(value)) continue;
			const kept = flags.items.filter(item => valid.includes(item.value)).map(item => `"${item.value}"`);
			const edits = kept.length === 0 ? [removeLines(flags.attribute)] : flags.apart ? [removeLines(place)] : [replace(flags.list, `[${kept.join(', ')}]`)];
			yield { at: place, message: 'unknown', data: { flag: value }, fix: { title: `Remove ${value}`, kind: 'safe', edits } };
		}
	},
});
