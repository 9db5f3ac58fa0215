import { defineRule } from '../../../engine/rule';
import { repository } from '../../../facts/core/inputs';
import { anchor } from '../../../facts/plugin/anchor';
import { goMod } from '../../../facts/plugin/module';
import { isPlugin } from '../../../facts/plugin/plugin';

export default defineRule({
	summary: 'The plugin is a Go module',
	title: 'go.mod missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#plugin-development-basics',
	messages: { missing: '`go.mod` is missing, so `go build` cannot find the module. Run `go mod init {path}`, then `go mod tidy`.' },

	*check(read) {
		if (!read(isPlugin) || read(goMod) !== undefined) return;
		const { origin, folder } = read(repository);
		yield { at: read(anchor), message: 'missing', data: { path: `github.com/${origin?.owner ?? 'OWNER'}/${origin?.name ?? folder}` } };
	},
});
