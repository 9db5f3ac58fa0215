import { defineRule } from '../../../engine/rule';
import { releasing } from '../../../facts/ci/releasing';
import type { Read } from '../../../facts/core/database';
import { isPlugin } from '../../../facts/plugin/plugin';
import { configPath, hashicorpPipeline } from '../../../facts/release/config';
import { expectedProject } from '../../../facts/release/project';
import { goreleaserConfig } from '../../../facts/release/scaffold';
import { create } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'A GoReleaser config says how releases are made',
	title: 'GoReleaser config missing',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#creating-a-github-release',
	messages: {
		missing:
			'Nothing says how a release is made: `packer init` installs only archives and checksums of exact names, which a GoReleaser config makes for all platforms.',
	},

	*check(read) {
		if (!read(isPlugin) || read(configPath) !== undefined || read(hashicorpPipeline)) return;
		const { steps, unknown } = read(releasing);
		if (unknown || steps.some(step => step.how === 'upload')) return;
		const fix = { title: 'Create .goreleaser.yml', kind: 'offer' as const, edits: (read: Read) => [create('.goreleaser.yml', goreleaserConfig(read))] };
		yield { at: at('go.mod'), message: 'missing', ...(read(expectedProject) === undefined ? {} : { fix }) };
	},
});
