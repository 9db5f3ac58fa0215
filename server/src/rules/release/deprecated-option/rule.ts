import { defineRule } from '../../../engine/rule';
import { deprecatedOptions } from '../../../facts/release/goreleaser/deprecated';

export default defineRule({
	summary: 'The GoReleaser config has current options only',
	title: 'Deprecated GoReleaser option',
	severity: 'info',
	item: 'address-feedback',
	tag: 'deprecated',
	source: 'https://goreleaser.com/deprecations/',
	threads: ['https://github.com/hashicorp/packer-plugin-scaffolding/pull/113'],
	messages: { deprecated: '`{option}` is deprecated, and GoReleaser warns about it in every release. Use `{instead}`.' },

	*check(read) {
		const [first, ...others] = read(deprecatedOptions);
		if (first === undefined) return;
		const all = [first, ...others];
		const fixable = all.every(({ edits }) => edits !== undefined);
		yield {
			at: first.place,
			message: 'deprecated',
			data: { option: first.option, instead: first.instead },
			related: others.map(({ place, option, instead }) => ({ at: place, message: `\`${option}\`, now \`${instead}\`` })),
			...(fixable ? { fix: { title: 'Use current options', kind: 'safe' as const, edits: all.flatMap(({ edits }) => edits ?? []) } } : {}),
		};
	},
});
