import { defineRule } from '../../../engine/rule';
import { canFilter, filtering } from '../../../facts/config/filtering';
import { unfilteredSecrets } from '../../../facts/config/secrets';
import type { Read } from '../../../facts/core/database';

export default defineRule({
	summary: 'Secrets are taken out of the log',
	title: 'Secret not filtered from log',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/packer/logs.go',
	messages: {
		one: 'Nothing takes {names} out of the log: give it to `packersdk.LogSecretFilter.Set` once the configuration is decoded.',
		several: 'Nothing takes {names} out of the log: give them to `packersdk.LogSecretFilter.Set` once the configuration is decoded.',
	},

	*check(read) {
		for (const found of read(unfilteredSecrets)) {
			const [first] = found.attributes;
			if (!first) continue;
			const one = found.attributes.length === 1;
			const names = found.attributes.map(a => a.name).join(', ');
			const fix = canFilter(read, found)
				? { fix: { title: one ? 'Take it out of the log' : 'Take them out of the log', kind: 'safe' as const, edits: (read: Read) => filtering(read, found) } }
				: {};
			yield { at: first.place, message: one ? 'one' : 'several', data: { names }, ...fix };
		}
	},
});
