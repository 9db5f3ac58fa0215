import { defineRule } from '../../../engine/rule';
import { wrongBinary } from '../../../facts/ci/makeName';
import { isPlugin } from '../../../facts/plugin/plugin';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'The Makefile builds and checks a binary with the name of the plugin',
	title: 'Binary of other plugin',
	titles: { rejected: 'Binary name not accepted' },
	severity: 'warning',
	severities: { rejected: 'error' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/GNUmakefile',
	messages: {
		other: 'Make names the binary `{binary}`, but the plugin is `{right}`. Packer takes the name of a plugin from that of its binary.',
		rejected: '`packer-sdc plugin-check` does not accept `{binary}`: `plugin name is not valid`. Name the file `packer-plugin-…`, without a folder.',
	},

	*check(read) {
		const found = read(isPlugin) ? read(wrongBinary) : undefined;
		if (found === undefined) return;
		const { place, kind, binary } = found;
		if (kind === 'rejected') yield { at: place, message: 'rejected', data: { binary } };
		else {
			const { wanted, right } = found;
			const fix = wanted === '' ? {} : { fix: { title: `Change to ${wanted}`, kind: 'offer' as const, edits: [replace(place, wanted)] } };
			yield { at: place, message: 'other', data: { binary, right }, ...fix };
		}
	},
});
