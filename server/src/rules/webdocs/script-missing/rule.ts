import { defineRule } from '../../../engine/rule';
import { exists, isDirectory } from '../../../facts/core/files';
import { isGitIgnored } from '../../../facts/generated/ignored';
import { isPlugin } from '../../../facts/plugin/plugin';
import { compileCalls } from '../../../facts/webdocs/compileCalls';
import { scriptPath, webDocs } from '../../../facts/webdocs/paths';

export default defineRule({
	summary: 'The script that the Makefile compiles documentation with exists',
	title: 'Documentation script missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	messages: { missing: '`make {target}` fails, because `{path}` is missing. Copy it from the scaffolding.' },

	*check(read) {
		// webdocs/missing reports that there is nothing of the kind.
		if (!read(isPlugin) || read(exists, scriptPath) || !read(isDirectory, webDocs) || read(isGitIgnored, scriptPath)) return;
		const [first, ...others] = read(compileCalls);
		if (first === undefined) return;
		yield {
			at: first.script,
			message: 'missing',
			data: { target: first.target, path: scriptPath },
			related: others.map(({ script }) => ({ at: script, message: 'Run here, too' })),
		};
	},
});
