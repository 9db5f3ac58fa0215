import { defineRule } from '../../../engine/rule';
import { oldSdk } from '../../../facts/plugin/sdkAge';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'go.mod requires a plugin SDK that Packer fully supports',
	title: 'Plugin SDK too old',
	severity: 'warning',
	severities: { protocol: 'error', gob: 'info' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding#requirements',
	threads: ['https://github.com/ethanmdavidson/packer-plugin-git/pull/82', 'https://github.com/veertuinc/packer-plugin-veertu-anka/issues/67'],
	messages: {
		protocol: 'SDK {version} uses a protocol that Packer rejects since 1.7. Update to v0.6.0 or later.',
		download: 'SDK {version} downloads files with the vulnerabilities of HCSEC-2022-13, fixed in v0.3.0. Update to v0.6.0 or later.',
		minimum:
			'SDK {version} is older than v0.5.2, which the scaffolding requires, and makes Packer fall back to gob encoding in a build. Update to v0.6.0 or later.',
		gob: 'SDK {version} lacks protobuf, so Packer falls back to the older gob encoding for all plugins of a build. Update to v0.6.0 or later.',
	},

	*check(read) {
		const found = read(oldSdk);
		if (found) yield { at: at('go.mod', found.required.node), message: found.age, data: { version: found.required.version } };
	},
});
