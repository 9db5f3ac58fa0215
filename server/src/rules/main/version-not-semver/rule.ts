import { defineRule } from '../../../engine/rule';
import { pluginVersion, versionProblem } from '../../../facts/plugin/version';

export default defineRule({
	summary: "The plugin's version is a semantic version",
	title: 'Invalid semantic version',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/version/version.go',
	messages: {
		malformed: '`{version}` is not a valid semantic version, so the plugin panics on start.',
		segments: 'Version `{version}` has more than three numbers, so the plugin panics on start.',
	},

	*check(read) {
		const made = read(pluginVersion);
		const { version, prerelease, metadata, text } = made ?? {};
		const problem = text === undefined ? undefined : versionProblem(text);
		if (problem === undefined || made === undefined || text === undefined || made.linked) return;
		const guilty =
			version && versionProblem(version.value || '0.0.0') !== undefined
				? version
				: [prerelease, metadata].find(part => part !== undefined && /[^\w\-~.]|^\.|\.$|\.\.|_/.test(part.value));
		yield { at: guilty?.place ?? made.place, message: problem, data: { version: text } };
	},
});
