import { defineRule } from '../../../engine/rule';
import { releasing } from '../../../facts/ci/releasing';
import type { Read } from '../../../facts/core/database';
import { exists } from '../../../facts/core/files';
import { isPlugin } from '../../../facts/plugin/plugin';
import { hashicorpPipeline } from '../../../facts/release/config';
import { releaseWorkflow } from '../../../facts/release/scaffold';
import { create } from '../../../text/edit';
import { at } from '../../../text/place';

const paths = ['.github/workflows/release.yml', '.github/workflows/goreleaser.yml'];

export default defineRule({
	summary: 'A workflow releases the plugin',
	title: 'Release workflow missing',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#creating-a-github-release',
	messages: { missing: 'No workflow runs GoReleaser or puts files on a release: a tag alone gives `packer init` nothing to install.' },

	*check(read) {
		if (!read(isPlugin) || read(hashicorpPipeline)) return;
		const { steps, unknown } = read(releasing);
		if (unknown || steps.length > 0) return;
		const path = paths.find(path => !read(exists, path));
		const fix =
			path === undefined ? {} : { fix: { title: `Create ${path}`, kind: 'offer' as const, edits: (read: Read) => [create(path, releaseWorkflow(read))] } };
		yield { at: at('go.mod'), message: 'missing', ...fix };
	},
});
