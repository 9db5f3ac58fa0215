import { defineRule, type Fix } from '../../../engine/rule';
import { setApiVersion } from '../../../facts/ci/describe';
import type { Read } from '../../../facts/core/database';
import { type BrokenVersion, brokenVersions } from '../../../facts/release/apiVersion';
import { setTemplate } from '../../../facts/release/edits';
import { rightTemplate } from '../../../facts/release/rightNames';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Release files carry the API version that the plugin speaks',
	title: 'API version in file names',
	titles: { unset: 'API version not set', empty: 'API version empty' },
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#creating-a-github-release',
	messages: {
		unset: '{workflow} runs GoReleaser without `{variable}`, which this template needs: the release fails.',
		empty: '{workflow} sets `{variable}` from {of}. It is empty, and Packer finds no file of the name that comes of it.',
		wrong: 'The API version in the names of the release becomes `{version}`. Packer looks for `x5.0`, and finds no release it can install.',
	},

	*check(read) {
		for (const broken of read(brokenVersions)) {
			const { kind, place, name } = broken;
			const data = {
				workflow: name.variable?.release?.workflow.path ?? 'The release',
				...(kind === 'wrong' ? { version: broken.version } : { variable: broken.variable }),
			};
			yield { at: place, message: kind, data: kind === 'empty' ? { ...data, of: broken.of } : data, fix: fixOf(broken) };
		}
	},
});

function fixOf(broken: BrokenVersion): Fix {
	if (broken.kind !== 'wrong') {
		const { release, name } = broken.name.variable ?? {};
		return {
			title: 'Ask the plugin for its API version in the workflow',
			kind: 'offer',
			edits: read => (release && name ? setApiVersion(read, release, name) : []),
		};
	}
	const edits = (read: Read) => (broken.literal ? [replace(broken.place, 'x5.0')] : setTemplate(read, broken.name.template, rightTemplate(read)));
	return { title: 'Put the API version x5.0 into the name', kind: 'safe', edits };
}
