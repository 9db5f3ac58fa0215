import { defineRule } from '../../../engine/rule';
import { isPlugin } from '../../../facts/plugin/plugin';
import { scaffoldingRemnants } from '../../../facts/plugin/scaffoldingRemnants';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Nothing of the template is left in the plugin',
	title: 'Template name in plugin',
	titles: {
		module: 'Module named after template',
		import: 'Template imported',
		registration: 'Component named after template',
		builderId: 'Builder ID from template',
		makefile: 'Makefile builds template',
		source: 'Example installs template',
		package: 'Package named after template',
		docs: 'Page describes template',
	},
	severity: 'error',
	severities: { package: 'warning', docs: 'warning' },
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding',
	messages: {
		module: 'The module is still named after the template: {said}.',
		import: 'This imports the template, {said}, in the place of the plugin.',
		registration: 'The template\'s name "{said}" is what users would have to write in their templates.',
		builderId: 'The id of the artifacts is still that of the template: post-processors tell plugins apart by it.',
		makefile: 'The Makefile still builds packer-plugin-{said}.',
		source: 'The example installs the template, {said}, in the place of the plugin.',
		package: 'This package is still named after the template.',
		docs: 'This page still speaks of the template: "{said}".',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		for (const { kind, said, place, replacement } of read(scaffoldingRemnants)) {
			const fix = replacement === undefined ? {} : { fix: { title: `Write ${replacement}`, kind: 'offer' as const, edits: [replace(place, replacement)] } };
			yield { at: place, message: kind, data: { said }, ...fix };
		}
	},
});
