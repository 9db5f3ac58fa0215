import { defineRule } from '../../../engine/rule';
import { registrations } from '../../../facts/plugin/registrations';
import { words } from '../../../facts/plugin/words';

export default defineRule({
	summary: 'Names of components can be read from the source',
	title: 'Component name computed',
	severity: 'info',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	messages: {
		one: 'Name of {kind} is known only at run time, so its documentation and tests are not checked. Register it under a string literal.',
		several: 'Names of {count} components are known only at run time, so their documentation and tests are not checked. Register them under string literals.',
	},

	*check(read) {
		const [first, ...others] = read(registrations).filter(({ name }) => name === undefined);
		if (first === undefined) return;
		yield {
			at: first.namePlace,
			message: others.length === 0 ? 'one' : 'several',
			data: { kind: words[first.kind].kind, count: String(others.length + 1) },
			related: others.map(({ namePlace, kind }) => ({ at: namePlace, message: `Name of another ${words[kind].kind}` })),
		};
	},
});
