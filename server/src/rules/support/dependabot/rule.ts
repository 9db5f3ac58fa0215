import { defineRule } from '../../../engine/rule';
import { repository } from '../../../facts/core/inputs';
import { anchor } from '../../../facts/plugin/anchor';
import { sdkModule } from '../../../facts/plugin/module';
import { isPlugin } from '../../../facts/plugin/plugin';
import { isUntouchedTemplate } from '../../../facts/plugin/scaffolding';
import { hasUpdates } from '../../../facts/support/files';
import { create } from '../../../text/edit';

export default defineRule({
	summary: 'The repository is told of new releases of the SDK',
	title: 'Dependency updates missing',
	severity: 'info',
	item: 'support-plan',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.github/dependabot.yml',
	messages: { missing: 'Repository has no `.github/dependabot.yml`. Dependabot opens pull requests for new releases of the SDK.' },

	*check(read) {
		if (!read(isPlugin) || read(hasUpdates) || read(isUntouchedTemplate) || read(repository).subdirectory !== '') return;
		yield {
			at: read(anchor),
			message: 'missing',
			fix: { title: 'Create .github/dependabot.yml', kind: 'offer', edits: [create('.github/dependabot.yml', dependabot)] },
		};
	},
});

/** The SDK alone, as in the scaffolding: a newer go-cty breaks plugins. */
const dependabot = [
	'version: 2',
	'updates:',
	'  - package-ecosystem: gomod',
	'    directory: /',
	'    schedule:',
	'      interval: weekly',
	'    allow:',
	`      - dependency-name: ${sdkModule}`,
	'',
].join('\n');
