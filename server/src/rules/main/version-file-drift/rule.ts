import { defineRule } from '../../../engine/rule';
import { versionFileDrift } from '../../../facts/release/versionDrift';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'The version file says the same version as the source',
	title: 'Version file out of date',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/actions-set-product-version',
	messages: { drift: '`version/VERSION` says `{said}` and the source `{source}`.' },

	*check(read) {
		const found = read(versionFileDrift);
		if (found === undefined) return;
		const { place, said, source } = found;
		yield { at: place, message: 'drift', data: { said, source }, fix: { title: `Change to ${source}`, kind: 'offer', edits: [replace(place, source)] } };
	},
});
