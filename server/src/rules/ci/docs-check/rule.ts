import { defineRule } from '../../../engine/rule';
import { checking } from '../../../facts/ci/checking';
import { generateCommand } from '../../../facts/ci/generating';
import { freePath, generatedWorkflow } from '../../../facts/ci/newChecks';
import { workflowPaths } from '../../../facts/ci/workflows';
import { isDirectory } from '../../../facts/core/files';
import { repository } from '../../../facts/core/inputs';
import { directives } from '../../../facts/generated/directives';
import { hcl2Specs } from '../../../facts/go/sources';
import { anchor } from '../../../facts/plugin/anchor';
import { isPlugin } from '../../../facts/plugin/plugin';
import { create } from '../../../text/edit';

export default defineRule({
	summary: 'A workflow checks that the generated files are up to date',
	title: 'Generated files not checked',
	severity: 'info',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-docker/blob/main/.github/workflows/go-validate.yml',
	messages: {
		unchecked: 'No workflow checks that the generated files are committed. Run `{command}` for pull requests, and fail if it changes a file.',
	},

	*check(read) {
		// Where there are no workflows at all, ci/tests says so.
		if (!read(isPlugin) || read(repository).subdirectory !== '' || read(directives).length === 0 || read(workflowPaths).length === 0) return;
		if (read(hcl2Specs).length === 0 && !read(isDirectory, 'docs-partials')) return;
		const { generated, unknown } = read(checking);
		if (unknown || generated) return;
		const command = read(generateCommand);
		const path = freePath(read, 'generated');
		yield {
			at: read(anchor),
			message: 'unchecked',
			data: { command },
			...(path === undefined ? {} : { fix: { title: `Create ${path}`, kind: 'offer' as const, edits: [create(path, generatedWorkflow(command))] } }),
		};
	},
});
