import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { isDirectory } from '../../../facts/core/files';
import { importing } from '../../../facts/go/imports';
import { stateKeys } from '../../../facts/hcp/stateKeys';
import { imagePackage } from '../../../facts/hcp/support';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Artifacts give their images under the key of the SDK',
	title: 'State key written out',
	titles: { wrong: 'Unknown state key' },
	severity: 'info',
	severities: { wrong: 'warning' },
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/hcp-support',
	messages: {
		literal: '`{key}` is the key of images for HCP Packer, which the SDK keeps in a constant. Use `image.ArtifactStateURI`.',
		wrong: '`{key}` is not the key with which Packer asks for images, so HCP Packer gets none. Use `image.ArtifactStateURI`.',
	},

	*check(read) {
		for (const { key, place, known } of read(stateKeys)) {
			const edits = (read: Read) => {
				const imported = importing(read, place.path, imagePackage, 'registryimage');
				return [...imported.edits, replace(place, `${imported.name}.ArtifactStateURI`)];
			};
			const fix = { title: 'Use image.ArtifactStateURI', kind: known ? ('safe' as const) : ('offer' as const), edits };
			// Go builds with what is in vendor/, if that is there.
			const canImport = !read(isDirectory, 'vendor') || read(isDirectory, `vendor/${imagePackage}`);
			yield { at: place, message: known ? 'literal' : 'wrong', data: { key }, ...(canImport ? { fix } : {}) };
		}
	},
});
