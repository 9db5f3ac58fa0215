import { defineRule } from '../../../engine/rule';
import { oldGo } from '../../../facts/plugin/goVersion';
import { replace } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The go directive is not older than that of the plugin SDK',
	title: 'Go version too low',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://go.dev/doc/toolchain#config',
	messages: { low: '`go {go}` is older than `go {wanted}` of SDK {sdk}, so `go build` fails until `go.mod` is updated. Run `go mod tidy`.' },

	*check(read) {
		const found = read(oldGo);
		if (found === undefined) return;
		const { said, wanted, sdk } = found;
		const fix = { title: `Set go ${wanted}`, kind: 'offer' as const, edits: [replace(at('go.mod', said.versionNode), wanted)] };
		yield { at: at('go.mod', said.node), message: 'low', data: { go: said.version, wanted, sdk }, fix };
	},
});
