import { defineRule } from '../../../engine/rule';
import { workflowPaths } from '../../../facts/ci/workflows';
import { yamlFile } from '../../../facts/ci/yaml';
import { configPath } from '../../../facts/release/config';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The GoReleaser config and the workflows are valid YAML',
	title: 'YAML syntax error',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax',
	messages: {
		config: 'GoReleaser cannot parse the config, so it publishes no release: {problem}.',
		workflow: 'GitHub cannot parse the workflow, so it does not run: {problem}.',
	},

	*check(read) {
		const config = read(configPath);
		for (const path of [...(config === undefined ? [] : [config]), ...read(workflowPaths)]) {
			const problem = read(yamlFile, path)?.problems[0];
			if (problem)
				yield {
					at: at(path, problem.node),
					message: path === config ? 'config' : 'workflow',
					data: { problem: problem.message.replace(/\.$/, '').replace(/"([^"]+)"/g, '`$1`') },
				};
		}
	},
});
