import { defineRule } from '../../../engine/rule';
import { repeatedNames } from '../../../facts/acctest/caseNames';
import { testCaseOf } from '../../../facts/acctest/testCase';
import { acctest } from '../../../facts/acctest/tests';
import { stringOf } from '../../../facts/go/values';

export default defineRule({
	summary: 'Every acceptance test of a package has a name of its own',
	title: 'Test case name repeated',
	titles: { path: 'Test case name with slash' },
	severity: 'warning',
	severities: { path: 'error' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/acctest/pluginacc.go',
	messages: {
		repeated: '{count} test cases of the package are named `{name}`, so one overwrites the log and the template that another leaves when it fails.',
		path: '`{name}` has a slash, so `TestPlugin` looks for a folder to write `{name}.pkr.hcl` to. Use another character.',
	},

	*check(read) {
		for (const [first, ...others] of read(repeatedNames)) {
			if (first === undefined) continue;
			yield {
				at: first.place,
				message: 'repeated',
				data: { name: first.value, count: String(others.length + 1) },
				related: others.map(({ place }) => ({ at: place, message: 'The same name' })),
			};
		}
	},

	on: {
		in: 'tests',
		importing: acctest,
		expressions: {
			composite({ read, scope }, _, x) {
				const name = testCaseOf(read, scope, x)?.fields?.get('Name');
				const said = name === undefined ? undefined : stringOf(read, scope, name);
				if (said === undefined || !said.value.includes('/') || said.place.path !== scope.path) return undefined;
				return [{ at: said.place, message: 'path' as const, data: { name: said.value } }];
			},
		},
	},
});
