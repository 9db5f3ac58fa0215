import { defineRule } from '../../../engine/rule';
import { followedBranches } from '../../../facts/security/branches';

export default defineRule({
	summary: 'Workflows use the actions of others by a version',
	title: 'Action follows branch',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://docs.github.com/en/actions/security-for-github-actions/security-guides/security-hardening-for-github-actions#using-third-party-actions',
	messages: {
		branch: '`{action}` follows a branch, so the workflow runs whatever is pushed there next. Use a release, best by its commit.',
	},

	*check(read) {
		for (const [first, ...others] of read(followedBranches)) {
			if (first === undefined) continue;
			yield {
				at: first.place,
				message: 'branch',
				data: { action: first.text },
				related: others.map(({ text, place }) => ({ at: place, message: `\`${text}\` follows a branch, too` })),
			};
		}
	},
});
