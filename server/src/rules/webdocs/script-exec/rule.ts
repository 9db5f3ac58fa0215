import { defineRule } from '../../../engine/rule';
import { exists } from '../../../facts/core/files';
import { repository } from '../../../facts/core/inputs';
import { isPlugin } from '../../../facts/plugin/plugin';
import { compileCalls } from '../../../facts/webdocs/compileCalls';
import { scriptPath } from '../../../facts/webdocs/paths';

export default defineRule({
	summary: 'The script that compiles documentation is executable in git',
	title: 'Documentation script not executable',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	messages: {
		mode: '`{script}` is not executable in git, so `make {target}` fails with "Permission denied". Run `git update-index --chmod=+x` on it.',
	},

	*check(read) {
		if (!read(isPlugin) || !read(exists, scriptPath) || !read(repository).plainScripts?.includes(scriptPath)) return;
		const [first, ...others] = read(compileCalls).filter(({ direct }) => direct);
		if (first === undefined) return;
		const related = others.map(({ script }) => ({ at: script, message: 'Run here, too' }));
		yield { at: first.script, message: 'mode', data: { script: 'compile-to-webdocs.sh', target: first.target }, related };
	},
});
