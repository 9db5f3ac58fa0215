import { defineRule } from '../../../engine/rule';
import { scriptSecrets } from '../../../facts/security/scripts';

export default defineRule({
	summary: 'Steps of workflows get secrets in environment variables',
	title: 'Secret in workflow script',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://docs.github.com/en/actions/security-guides/using-secrets-in-github-actions#using-secrets-in-a-workflow',
	messages: {
		one: 'Secret `{name}` is part of the script, where the shell interprets its characters. Pass it in `env`.',
		several: '{count} secrets are part of scripts, where the shell interprets their characters. Pass them in `env`.',
	},

	*check(read) {
		for (const [first, ...others] of read(scriptSecrets)) {
			if (first === undefined) continue;
			const names = new Set([first, ...others].map(({ name }) => name));
			yield {
				at: first.place,
				message: names.size === 1 ? 'one' : 'several',
				data: { name: first.name, count: String(names.size) },
				related: others.map(({ name, place }) => ({ at: place, message: `Secret \`${name}\`` })),
			};
		}
	},
});
