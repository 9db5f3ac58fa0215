import { defineRule } from '../../../engine/rule';
import { isDirectory } from '../../../facts/core/files';
import { pluginPlace } from '../../../facts/docs/owner';
import { isPlugin } from '../../../facts/plugin/plugin';
import { metadataFile } from '../../../facts/webdocs/newFiles';
import { metadataPath, webDocs } from '../../../facts/webdocs/paths';
import { create } from '../../../text/edit';

export default defineRule({
	summary: 'The repository has a .web-docs folder, from which the integrations portal publishes',
	title: '.web-docs folder missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	messages: { missing: 'There is no .web-docs folder: it describes the plugin to the integrations portal and holds the pages that are published there.' },

	*check(read) {
		if (!read(isPlugin) || read(isDirectory, webDocs)) return;
		const file = metadataFile(read);
		const fix = file === undefined ? {} : { fix: { title: `Create ${metadataPath}`, kind: 'offer' as const, edits: [create(metadataPath, file)] } };
		yield { at: pluginPlace(read), message: 'missing', ...fix };
	},
});
