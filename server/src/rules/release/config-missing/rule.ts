import { defineRule } from '../../../engine/rule';
import { releasing } from '../../../facts/ci/releasing';
import type { Read } from '../../../facts/core/database';
import { anchor } from '../../../facts/plugin/anchor';
import { isPlugin } from '../../../facts/plugin/plugin';
import { configPath, hashicorpPipeline } from '../../../facts/release/config';
import { expectedProject } from '../../../facts/release/project';
import { freeWorkflow, goreleaserConfig, releaseWorkflow } from '../../../facts/release/scaffold';
import { create } from '../../../text/edit';

export default defineRule({
	summary: 'A GoReleaser config says how releases are made',
	title: 'GoReleaser config missing',
	titles: { nothing: 'Release setup missing' },
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#creating-a-github-release',
	messages: {
		missing: 'No GoReleaser config. With its defaults, release assets do not have the names that `packer init` requires.',
		nothing: 'No GoReleaser config, and no workflow, script or Make target that publishes a release. `packer init` finds nothing to install.',
	},

	*check(read) {
		if (!read(isPlugin) || read(configPath) !== undefined || read(hashicorpPipeline)) return;
		const { steps, byHand, unknown } = read(releasing);
		const publishing = [...steps, ...byHand];
		if (unknown || publishing.some(({ how, config }) => how === 'upload' || config === null)) return;
		const workflow = publishing.length > 0 ? undefined : freeWorkflow(read);
		const edits = (read: Read) => [
			create('.goreleaser.yml', goreleaserConfig(read)),
			...(workflow === undefined ? [] : [create(workflow, releaseWorkflow(read, true))]),
		];
		const fix = { title: ['Create .goreleaser.yml', ...(workflow === undefined ? [] : [workflow])].join(' and '), kind: 'offer' as const, edits };
		yield { at: read(anchor), message: publishing.length > 0 ? 'missing' : 'nothing', ...(read(expectedProject) === undefined ? {} : { fix }) };
	},
});
