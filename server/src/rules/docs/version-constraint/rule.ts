import { defineRule } from '../../../engine/rule';
import { wrongConstraints } from '../../../facts/docs/constraints';
import { isPlugin } from '../../../facts/plugin/plugin';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Version constraints in documentation and templates are ones that Packer accepts',
	title: 'Invalid version constraint',
	titles: { prerelease: 'Prerelease in version constraint', missing: 'Version constraint missing' },
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/packer#version-constraint-syntax',
	threads: ['https://github.com/nutanix-cloud-native/packer-plugin-nutanix/pull/57'],
	messages: {
		syntax: '`{said}` is not a valid version constraint, so `packer init` rejects the template.',
		meant: '`{said}` is not a valid version constraint, so `packer init` rejects the template. Use `{wanted}`.',
		prerelease: '`{said}` names a prerelease, which Packer rejects in version constraints.',
		missing: '`{said}` is required without `version`, so `packer init` rejects the template: "No version constraint was set".',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		for (const { wrong, said, places, wanted } of read(wrongConstraints)) {
			const [first, ...others] = places;
			if (first === undefined) continue;
			const related = others.map(at => ({ at, message: `Also \`${said}\`` }));
			if (wanted === undefined) yield { at: first, message: wrong, data: { said }, related };
			else {
				const fix = { title: `Replace with ${wanted}`, kind: 'safe' as const, edits: places.map(place => replace(place, wanted)) };
				yield { at: first, message: 'meant', data: { said, wanted }, related, fix };
			}
		}
	},
});
