import { defineRule } from '../../../engine/rule';
import { coverage } from '../../../facts/acctest/coverage';
import { acceptanceTests } from '../../../facts/acctest/tests';
import { isBroken } from '../../../facts/go/broken';
import type { Component } from '../../../facts/plugin/components';
import { words } from '../../../facts/plugin/words';

export default defineRule({
	summary: 'Every registered component has an acceptance test',
	title: 'Acceptance test missing',
	severity: 'error',
	community: 'warning',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships',
	threads: ['https://github.com/hashicorp/packer/pull/10878', 'https://github.com/hashicorp/packer/pull/7484'],
	messages: {
		one: "{component} has no acceptance test. Add one with the SDK's `acctest.TestPlugin`.",
		all: "None of the {all} components has an acceptance test: {names}. Use the SDK's `acctest.TestPlugin`.",
		several: "{count} of {all} components have no acceptance test: {names}. Use the SDK's `acctest.TestPlugin`.",
	},
	leavesOut: true,

	*check(read, _, leaves) {
		const all = read(coverage);
		const untested = all.filter(({ state }) => state === 'untested').map(({ component }) => component);
		if (untested.length === 0 || read(acceptanceTests).some(path => read(isBroken, path))) return;
		// A component that is suppressed on its own is neither counted nor the place.
		const counted = untested.filter(({ registration }) => !leaves(registration.place));
		const [first, ...others] = counted.length > 0 ? counted : untested;
		if (first === undefined) return;
		yield {
			at: first.registration.place,
			message: others.length === 0 ? 'one' : others.length + 1 === all.length ? 'all' : 'several',
			data: { component: nameOf(first), count: String(others.length + 1), all: String(all.length), names: listed([first, ...others]) },
			related: others.map(component => ({ at: component.registration.place, message: `${nameOf(component)} has no acceptance test` })),
		};
	},
});

const nameOf = ({ kind, fullName }: Component) => `${words[kind].Kind} \`${fullName}\``;

/** The first names, and how many more there are. Components of two kinds may have one name: these are told apart by their kinds. */
function listed(all: readonly Component[]): string {
	const shared = (name: string) => all.filter(({ fullName }) => fullName === name).length > 1;
	const names = [...new Set(all.map(({ kind, fullName }) => `${shared(fullName) ? `${words[kind].kind} ` : ''}\`${fullName}\``))];
	if (names.length <= 3) return names.join(', ');
	return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}
