import { defineRule } from '../../../engine/rule';
import { deniedReleases, grant } from '../../../facts/ci/permissions';

export default defineRule({
	summary: 'The release workflow has permission to write to the repository',
	title: 'Release permission missing',
	severity: 'error',
	severities: { byDefault: 'info' },
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.github/workflows/release.yml',
	messages: {
		denied: '`permissions` do not include `contents: write`, so GitHub rejects the release: `403 Resource not accessible by integration`.',
		byDefault: 'No `permissions: contents: write`. In new repositories the token may only read by default, and GitHub rejects the release.',
	},

	*check(read) {
		for (const denied of read(deniedReleases)) {
			const { place, byDefault } = denied;
			const edits = grant(read, denied);
			const fix =
				edits === undefined
					? {}
					: {
							fix: {
								title: 'Set contents: write', // Where nothing was listed, other jobs lose what they had by default.
								kind: byDefault ? ('offer' as const) : ('safe' as const),
								edits,
							},
						};
			yield { at: place, message: byDefault ? 'byDefault' : 'denied', ...fix };
		}
	},
});
