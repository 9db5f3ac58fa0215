import { defineRule } from '../../../engine/rule';
import { missingTargets } from '../../../facts/release/missingTargets';
import { listed } from '../../../text/listed';

export default defineRule({
	summary: 'A release has archives for the architectures that most users have',
	title: 'Platform left out',
	titles: { universal: 'Universal binary not installable' },
	severity: 'warning',
	severities: { universal: 'error' },
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#creating-a-github-release',
	threads: ['https://github.com/rgl/packer-plugin-windows-update/issues/140'],
	messages: {
		missing: 'No build is for {platforms}. `packer init` fails there.',
		universal: 'The universal binary replaces those of `amd64` and `arm64`. `packer init` looks for these on macOS, and not for `all`.',
	},

	*check(read) {
		const found = read(missingTargets);
		if (found === undefined) return;
		const platforms = found.kind === 'missing' ? listed(found.platforms) : '';
		yield { at: found.place, message: found.kind, data: { platforms } };
	},
});
