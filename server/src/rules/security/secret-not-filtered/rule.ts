import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { canFilter, filtering } from '../../../facts/security/filtering';
import { unfilteredSecrets } from '../../../facts/security/secrets';

export default defineRule({
	summary: 'Secrets of the configuration are masked in logs',
	title: 'Secret not masked in logs',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/packer/logs.go',
	threads: ['https://github.com/hashicorp/packer/pull/5665'],
	messages: {
		one: '{names} is not masked in logs. Pass the value to `packersdk.LogSecretFilter.Set` after decoding.',
		several: '{names} are not masked in logs. Pass the values to `packersdk.LogSecretFilter.Set` after decoding.',
	},

	*check(read) {
		for (const found of read(unfilteredSecrets)) {
			const [first, ...others] = found.attributes;
			if (!first) continue;
			const one = others.length === 0;
			const title = one ? 'Pass secret to LogSecretFilter' : 'Pass secrets to LogSecretFilter';
			yield {
				at: first.place,
				message: one ? 'one' : 'several',
				data: { names: listed(found.attributes.map(({ name }) => `\`${name}\``)) },
				related: others.map(({ name, place }) => ({ at: place, message: `\`${name}\` is not masked` })),
				...(canFilter(read, found) ? { fix: { title, kind: 'safe' as const, edits: (read: Read) => filtering(read, found) } } : {}),
			};
		}
	},
});

/** Up to three names, or two and how many more there are. */
function listed(names: readonly string[]): string {
	if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
	return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
