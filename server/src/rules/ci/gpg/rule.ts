import { defineRule } from '../../../engine/rule';
import { reason, stops } from '../../../facts/release/stops';

export default defineRule({
	summary: 'The release workflow has the key that the GoReleaser config signs with',
	title: 'Signing key not set',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#creating-a-github-release',
	threads: ['https://github.com/vultr/packer-plugin-vultr/issues/111'],
	messages: {
		missing: 'Variable `{variable}` is not set, so GoReleaser stops when it signs: `{said}`.',
		other: 'GoReleaser stops when it signs: `{said}`.',
	},

	*check(read) {
		for (const stop of read(stops)) {
			if (!stop.signing) continue;
			const { place, missing } = stop;
			yield { at: place, message: missing === undefined ? 'other' : 'missing', data: { variable: missing ?? '', said: reason(stop) } };
		}
	},
});
