import { defineRule } from '../../../engine/rule';
import { licenseMismatches } from '../../../facts/license/metadataLicense';
import { isScaffolding, isUntouchedTemplate } from '../../../facts/plugin/scaffolding';
import { replace } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The license in metadata.hcl is that of the repository',
	title: 'License in metadata.hcl differs',
	titles: { file: 'License address leads nowhere' },
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/integration-template#metadata-configuration',
	messages: {
		type: 'License type is `{said}` in `metadata.hcl`, but `{path}` is {wanted}. The portal shows the former.',
		repository: 'License address `{said}` is in another repository. Use `{path}` of this one.',
		file: 'License address `{said}` leads to a missing file. The license is `{path}`.',
	},

	*check(read) {
		if (read(isScaffolding) || read(isUntouchedTemplate)) return;
		for (const { problem, said, wanted, path } of read(licenseMismatches)) {
			const short = said.value.replace(/^https?:\/\/(?:www\.)?github\.com\//, '');
			const fix = {
				title: problem === 'type' ? `Change to ${wanted}` : 'Change license address',
				kind: problem === 'file' ? ('safe' as const) : ('offer' as const),
			};
			yield {
				at: said.place,
				message: problem,
				data: { said: short, wanted, path },
				related: [{ at: at(path), message: 'License of the repository' }],
				fix: { ...fix, edits: [replace(said.place, wanted)] },
			};
		}
	},
});
