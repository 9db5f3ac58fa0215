import { defineRule } from '../../../engine/rule';
import { untested } from '../../../facts/acctest/coverage';
import { acceptanceTests } from '../../../facts/acctest/tests';
import { isBroken } from '../../../facts/go/broken';
import { components } from '../../../facts/plugin/components';
import { words } from '../../../facts/plugin/words';

export default defineRule({
	summary: 'Every registered component has an acceptance test',
	title: 'Acceptance test missing',
	severity: 'error',
	community: 'warning',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships',
	messages: {
		one: "{Kind} `{name}` has no acceptance test. Add one with the SDK's `acctest.TestPlugin`.",
		all: "None of the plugin's {count} components has an acceptance test. Add them with the SDK's `acctest.TestPlugin`.",
		some: "{count} components have no acceptance test, among them {kind} `{name}`. Add them with the SDK's `acctest.TestPlugin`.",
	},

	*check(read) {
		const [first, ...more] = read(untested);
		if (first === undefined || read(acceptanceTests).some(path => read(isBroken, path))) return;
		const { kind, fullName, registration } = first;
		const message = more.length === 0 ? 'one' : read(components).length === more.length + 1 ? 'all' : 'some';
		const related = more.map(({ kind, fullName, registration }) => ({ at: registration.place, message: `${words[kind].Kind} \`${fullName}\`` }));
		yield {
			at: registration.place,
			message,
			data: { Kind: words[kind].Kind, kind: words[kind].kind, name: fullName, count: String(more.length + 1) },
			related,
		};
	},
});
