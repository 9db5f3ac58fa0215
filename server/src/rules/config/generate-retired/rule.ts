import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { directivePlace } from '../../../facts/generated/directives';
import { modernizing, retiredDirectives } from '../../../generate/retired';

export default defineRule({
	summary: 'Generate directives run packer-sdc',
	title: 'Retired generator',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/rgl/packer-plugin-windows-update/pull/102',
	messages: {
		retired: '`{command}` is a program that Packer dropped in 1.7.3, as `packer-sdc` has it. Run `packer-sdc {command}`.',
	},

	*check(read) {
		const all = read(retiredDirectives);
		const [first, ...others] = all;
		if (first === undefined) return;
		yield {
			at: directivePlace(first),
			message: 'retired',
			data: { command: first.command },
			related: others.map(directive => ({ at: directivePlace(directive), message: `\`${directive.command}\` is run here, too` })),
			fix: { title: 'Run packer-sdc', kind: 'safe', edits: (read: Read) => modernizing(read, all) },
		};
	},
});
