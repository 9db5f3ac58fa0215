import { defineRule } from '../../../engine/rule';
import { acceptanceTests, acceptanceTestsOf } from '../../../facts/acctest/tests';
import { isBroken } from '../../../facts/go/broken';
import { components } from '../../../facts/plugin/components';

export default defineRule({
	summary: 'Each component has an acceptance test',
	title: 'Acceptance test missing',
	severity: 'error',
	community: 'warning',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships',
	messages: { missing: "Nothing tests the {kind} {name} as Packer uses it: write an acceptance test for it, with the SDK's acctest." },

	*check(read) {
		const untested = read(components).filter(component => component.implementation !== undefined && acceptanceTestsOf(read, component).length === 0);
		if (untested.length === 0 || read(acceptanceTests).some(path => read(isBroken, path))) return;
		for (const { kind, fullName, registration } of untested) {
			yield { at: registration.place, message: 'missing', data: { kind, name: fullName } };
		}
	},
});
