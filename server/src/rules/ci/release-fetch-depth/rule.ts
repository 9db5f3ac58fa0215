import { defineRule } from '../../../engine/rule';
import { deepen, shallowCheckout } from '../../../facts/ci/checkoutDepth';

export default defineRule({
	summary: 'The release workflow checks out the history that the release notes list',
	title: 'Checkout without history',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://goreleaser.com/ci/actions/',
	messages: { shallow: 'Checkout has the last commit only, so GoReleaser cannot list what has changed since the last release.' },

	*check(read) {
		const found = read(shallowCheckout);
		if (found === undefined) return;
		const edits = deepen(read, found);
		yield {
			at: found.step.uses?.place ?? found.step.place,
			message: 'shallow',
			...(edits ? { fix: { title: 'Set fetch-depth: 0', kind: 'safe' as const, edits } } : {}),
		};
	},
});
