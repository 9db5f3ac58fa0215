import { defineRule } from '../../../engine/rule';
import { releasing } from '../../../facts/ci/releasing';
import type { Read } from '../../../facts/core/database';
import { isPlugin } from '../../../facts/plugin/plugin';
import { configPath } from '../../../facts/release/config';
import { freeWorkflow, releaseWorkflow } from '../../../facts/release/scaffold';
import { create } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'A workflow releases the plugin',
	title: 'Release workflow missing',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#creating-a-github-release',
	threads: ['https://github.com/hashicorp/packer/pull/10269', 'https://github.com/vultr/packer-plugin-vultr/issues/111'],
	messages: { missing: 'No workflow, script or Make target runs `goreleaser release` or uploads release assets. `packer init` finds nothing to install.' },

	*check(read) {
		const config = read(configPath);
		// Where there is not even a config, release/config-missing says both.
		if (!read(isPlugin) || config === undefined) return;
		const { steps, byHand, unknown } = read(releasing);
		if (unknown || steps.length > 0 || byHand.length > 0) return;
		const path = freeWorkflow(read);
		const fix =
			path === undefined ? {} : { fix: { title: `Create ${path}`, kind: 'offer' as const, edits: (read: Read) => [create(path, releaseWorkflow(read))] } };
		yield { at: at(config), message: 'missing', ...fix };
	},
});
