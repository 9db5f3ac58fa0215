import { defineRule } from '../../../engine/rule';
import { sideEffects } from '../../../facts/component/sideEffects';
import { placeOf } from '../../../facts/go/body';

export default defineRule({
	summary: 'Components change no files before they run',
	title: 'Files changed while preparing',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/custom-builders',
	messages: {
		files: '`{call}` is called in `{prepares}`, which `packer validate` runs, too. Change files in `{runs}` only.',
		behind: '`{call}` is called by `{prepares}`, which `packer validate` runs, too. Change files in `{runs}` only.',
	},

	*check(read) {
		for (const [first, ...others] of read(sideEffects)) {
			if (first === undefined) continue;
			const { name, prepares, runs } = first;
			const related = others.map(one => ({ at: placeOf(one, one.x), message: `\`${one.name}\` is called, too` }));
			const message = first.decl.endsWith(`.${prepares}`) ? ('files' as const) : ('behind' as const);
			yield { at: placeOf(first, first.x), message, data: { call: name, prepares, runs }, related };
		}
	},
});
