import { defineRule } from '../../../engine/rule';
import { retiredActions } from '../../../facts/ci/retiredActions';
import { isPlugin } from '../../../facts/plugin/plugin';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Workflows use versions of actions that GitHub runs',
	title: 'Action version not accepted',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://github.com/actions/upload-artifact#actionsupload-artifact',
	messages: {
		refused: 'GitHub no longer runs `{action}@{version}`: the job fails before its first step. Use `v4` or newer.',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		const all = read(retiredActions);
		for (const family of ['artifact', 'cache'] as const) {
			const [first, ...others] = all.filter(one => one.family === family);
			if (first === undefined) continue;
			yield {
				at: first.place,
				message: 'refused',
				data: { action: first.action, version: first.version },
				related: others.map(({ place, action, version }) => ({ at: place, message: `\`${action}@${version}\`, too` })),
				fix: { title: 'Use v4', kind: 'offer', edits: [first, ...others].map(({ versionPlace }) => replace(versionPlace, 'v4')) },
			};
		}
	},
});
