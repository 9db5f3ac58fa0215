import { defineRule } from '../../../engine/rule';
import { templateCopyright } from '../../../facts/license/templateCopyright';
import { isScaffolding, isUntouchedTemplate } from '../../../facts/plugin/scaffolding';

export default defineRule({
	summary: 'The copyright of the plugin names its authors',
	title: 'Copyright from template',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/copywrite#config-structure',
	messages: {
		license: '`{line}` is the copyright of the template only. Add a line for the authors of the plugin.',
		tool: '`.copywrite.hcl` has no `copyright_holder` of its own, so `copywrite headers` adds the default of the tool to files, such as `IBM Corp.`.',
	},

	*check(read) {
		if (read(isScaffolding) || read(isUntouchedTemplate)) return;
		const { line, tool } = read(templateCopyright);
		if (line !== undefined) {
			const related = tool === undefined ? [] : [{ at: tool, message: 'No `copyright_holder` here' }];
			yield { at: line.place, message: 'license', data: { line: line.text }, related };
		} else if (tool !== undefined) yield { at: tool, message: 'tool' };
	},
});
