import { gte, valid } from 'semver';
import { defineRule } from '../../../engine/rule';
import { deprecatedMessages } from '../../../facts/component/messages';
import { placeOf } from '../../../facts/go/body';
import { sdkVersion } from '../../../facts/plugin/module';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Components write to the user interface with Say',
	title: 'Deprecated message method',
	severity: 'info',
	item: 'address-feedback',
	tag: 'deprecated',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/packer/ui.go',
	messages: {
		one: '`{call}` is deprecated since SDK v0.6.2. Use `Say`.',
		several: '`{call}` is deprecated since SDK v0.6.2, and called {count} times. Use `Say`.',
	},

	*check(read) {
		const sdk = read(sdkVersion);
		if (sdk === undefined || !valid(sdk) || !gte(sdk, '0.6.2')) return;
		const all = read(deprecatedMessages);
		const [first, ...others] = all;
		if (first === undefined) return;
		yield {
			at: placeOf(first, first.fn),
			message: others.length === 0 ? 'one' : 'several',
			data: { call: `${first.ui}.Message`, count: String(all.length) },
			related: others.map(other => ({ at: placeOf(other, other.fn), message: 'Called here, too' })),
			fix: { title: 'Use Say', kind: 'safe', edits: all.map(({ path, decl, fn, ui }) => replace(placeOf({ path, decl }, fn), `${ui}.Say`)) },
		};
	},
});
