import { defineRule } from '../../../engine/rule';
import { registrations, repeatedRegistrations } from '../../../facts/plugin/registrations';

export default defineRule({
	summary: 'Each component has a name of its own',
	title: 'Component registered twice',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/plugin/set.go',
	messages: {
		name: 'A {kind} named "{name}" is registered above: the plugin panics when it starts.',
		default: 'A {kind} is registered as plugin.DEFAULT_NAME above: the plugin panics when it starts.',
	},

	*check(read) {
		for (const { kind, name = '', namePlace } of read(repeatedRegistrations)) {
			const first = read(registrations).find(other => other.kind === kind && other.name === name);
			const related = first ? [{ at: first.namePlace, message: 'First registered here' }] : [];
			yield { at: namePlace, message: name === '' ? 'default' : 'name', data: { kind, name }, related };
		}
	},
});
