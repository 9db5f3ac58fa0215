import { defineRule } from '../../../engine/rule';
import { isPlugin } from '../../../facts/plugin/plugin';
import { wrongExamples } from '../../../facts/repo/exampleSources';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Templates of the repository install this plugin',
	title: 'Plugin source in template',
	severity: 'error',
	severities: { other: 'warning' },
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/install',
	messages: {
		scheme: '`{said}` must not have a scheme, or `packer init` rejects the source. Use `{wanted}`.',
		prefix: '`{said}` must not contain `packer-plugin-`, or `packer init` rejects the source. Use `{wanted}`.',
		other: 'Template requires the plugin as `{said}`, but it is released as `{wanted}`. Use the latter.',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		const all = read(wrongExamples);
		for (const message of ['scheme', 'prefix', 'other'] as const) {
			const found = all.filter(({ wrong }) => wrong === message);
			const [first, ...others] = found;
			if (first === undefined) continue;
			yield {
				at: first.place,
				message,
				data: { said: first.said, wanted: first.wanted },
				related: others.map(({ place, said }) => ({ at: place, message: `Also \`${said}\`` })),
				fix: {
					title: `Replace with ${first.wanted}`,
					kind: message === 'other' ? 'offer' : 'safe',
					edits: found.map(({ place, wanted }) => replace(place, wanted)),
				},
			};
		}
	},
});
