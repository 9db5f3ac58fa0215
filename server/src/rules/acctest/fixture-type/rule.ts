import { defineRule } from '../../../engine/rule';
import { type Mistake, mistakes, occurrences } from '../../../facts/acctest/mistakes';
import { usedIn } from '../../../facts/acctest/templates';
import { testCaseOf } from '../../../facts/acctest/testCase';
import { acctest } from '../../../facts/acctest/tests';
import { isOwnName } from '../../../facts/acctest/types';
import type { Read } from '../../../facts/core/database';
import { stringOf } from '../../../facts/go/values';
import { components } from '../../../facts/plugin/components';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Templates of acceptance tests use the components they test',
	title: 'Template runs other component',
	titles: { unknown: 'Template uses unregistered type', meant: 'Template uses unregistered type', field: 'Test case type not registered' },
	severity: 'error',
	severities: { other: 'warning', field: 'info' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding',
	messages: {
		unknown: 'Test template uses `{type}`, which the plugin does not register. `packer build` fails unless another plugin provides the type.',
		meant: 'Test template uses `{type}`, which the plugin does not register. Use `{meant}`.',
		other: 'Acceptance tests of `{meant}` run only `{type}`. Use `{meant}` in the template.',
		field: '`Type` of the test case is `{type}`, which the plugin does not register.',
	},

	*check(read) {
		for (const mistake of read(mistakes)) {
			const [first, ...others] = mistake.places;
			const { type, meant, registered } = mistake;
			if (first === undefined || (registered && meant === undefined)) continue;
			yield {
				at: first,
				message: registered ? 'other' : meant === undefined ? 'unknown' : 'meant',
				data: { type, meant: meant?.fullName ?? '' },
				related: others.map(at => ({ at, message: `Uses \`${type}\` too` })),
				...fixOf(read, mistake),
			};
		}
	},

	on: {
		in: 'tests',
		importing: acctest,
		expressions: {
			composite({ read, scope }, _, x) {
				const value = testCaseOf(read, scope, x)?.fields?.get('Type');
				const said = value === undefined ? undefined : stringOf(read, scope, value);
				if (said === undefined || said.place.path !== scope.path || !isOwnName(read, said.value)) return undefined;
				// What the template uses too is reported there.
				const known = read(components).some(({ fullName }) => fullName === said.value) || read(usedIn, scope.path).some(({ type }) => type === said.value);
				return known ? undefined : [{ at: said.place, message: 'field', data: { type: said.value } }];
			},
		},
	},
});

/** Writes the type that is meant wherever the templates have the wrong one. */
function fixOf(read: Read, mistake: Mistake) {
	const { type, meant } = mistake;
	const places = meant === undefined ? [] : occurrences(read, mistake);
	if (meant === undefined || places.length === 0) return {};
	return { fix: { title: `Replace ${type} with ${meant.fullName}`, kind: 'offer' as const, edits: places.map(place => replace(place, meant.fullName)) } };
}
