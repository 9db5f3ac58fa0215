import { defineRule, type Fix } from '../../../engine/rule';
import { setApiVersion } from '../../../facts/ci/describe';
import type { Read } from '../../../facts/core/database';
import { type BrokenVersion, brokenVersions } from '../../../facts/release/apiVersion';
import { setTemplate } from '../../../facts/release/edits';
import { rightTemplate } from '../../../facts/release/rightNames';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Release assets carry the API version of the plugin',
	title: 'API version in asset names',
	titles: { unset: 'API version not set', empty: 'API version empty' },
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#creating-a-github-release',
	messages: {
		unset: '`{workflow}` runs GoReleaser without `{variable}`, which this template needs, so the release fails.',
		empty: '`{variable}` is empty: `{workflow}` sets it from {of}. `packer init` requires `x5.0` there.',
		wrong: 'API version in the names of release assets would be `{version}`, but `packer init` requires `x5.0`.',
	},

	*check(read) {
		for (const broken of read(brokenVersions)) {
			const { kind, place, name, others } = broken;
			const data = {
				workflow: name.variable?.release?.workflow.path ?? 'The release',
				...(kind === 'wrong' ? { version: broken.version } : { variable: broken.variable }),
			};
			const related = others.map(({ place }) => ({ at: place, message: 'The same API version' }));
			yield { at: place, message: kind, data: kind === 'empty' ? { ...data, of: broken.of } : data, related, fix: fixOf(broken) };
		}
	},
});

function fixOf(broken: BrokenVersion): Fix {
	if (broken.kind !== 'wrong') {
		const { release, name } = broken.name.variable ?? {};
		return {
			title: `Set ${name} in the workflow`,
			kind: 'offer',
			edits: read => (release && name ? setApiVersion(read, release, name) : []),
		};
	}
	const templates = [broken.name.template, ...broken.others];
	const edits = (read: Read) =>
		broken.literal ? [replace(broken.place, 'x5.0')] : templates.flatMap(template => setTemplate(read, template, rightTemplate(read)));
	return { title: 'Set API version x5.0', kind: 'safe', edits };
}
