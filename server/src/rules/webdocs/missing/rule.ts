import { defineRule } from '../../../engine/rule';
import { isDirectory } from '../../../facts/core/files';
import { pluginPlace } from '../../../facts/docs/owner';
import { isPlugin } from '../../../facts/plugin/plugin';
import { missingNotifications } from '../../../facts/webdocs/missingNotifications';
import { metadataFile } from '../../../facts/webdocs/newFiles';
import { metadataPath, webDocs } from '../../../facts/webdocs/paths';
import { create } from '../../../text/edit';

export default defineRule({
	summary: 'The repository has a .web-docs folder for the integrations portal',
	title: '.web-docs folder missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	threads: [
		'https://github.com/hashicorp/packer/issues/12837',
		'https://github.com/hashicorp/packer/pull/12656',
		'https://github.com/ivoronin/packer-plugin-sshkey/pull/53',
		'https://github.com/veertuinc/packer-plugin-veertu-anka/pull/162',
	],
	messages: { missing: '`.web-docs` is missing. The portal publishes the documentation of the plugin from this folder.' },

	*check(read) {
		if (!read(isPlugin) || read(isDirectory, webDocs)) return;
		const file = metadataFile(read);
		if (file === undefined) return yield { at: pluginPlace(read), message: 'missing' };
		const workflows = read(missingNotifications)?.creates ?? [];
		const title = workflows.length > 0 ? `Create ${metadataPath} and notification workflows` : `Create ${metadataPath}`;
		yield { at: pluginPlace(read), message: 'missing', fix: { title, kind: 'offer', edits: [create(metadataPath, file), ...workflows] } };
	},
});
