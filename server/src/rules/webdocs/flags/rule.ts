import { defineRule } from '../../../engine/rule';
import { metadata } from '../../../facts/webdocs/metadata';
import { removeLines, replace } from '../../../text/edit';

const supported: readonly string[] = ['archived', 'hcp-ready'];

export default defineRule({
	summary: 'metadata.hcl contains only supported flags',
	title: 'Unknown integration flag',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/integration-template#valid-flags',
	messages: { unknown: 'Flag `{flag}` is not `archived` or `hcp-ready`, so the portal publishes no documentation and reports no error.' },

	*check(read) {
		const flags = read(metadata)?.flags;
		const [first, ...others] = flags?.items.filter(({ value }) => !supported.includes(value)) ?? [];
		if (flags === undefined || first === undefined) return;
		const kept = flags.items.filter(item => supported.includes(item.value)).map(item => `"${item.value}"`);
		const each = [first, ...others].map(({ place }) => removeLines(place));
		const edits = kept.length === 0 ? [removeLines(flags.attribute)] : flags.apart ? each : [replace(flags.list, `[${kept.join(', ')}]`)];
		const title = others.length === 0 ? `Remove ${first.value}` : 'Remove unknown flags';
		const related = others.map(({ value, place }) => ({ at: place, message: `Unknown flag \`${value}\`` }));
		yield { at: first.place, message: 'unknown', data: { flag: first.value }, related, fix: { title, kind: 'safe', edits } };
	},
});
