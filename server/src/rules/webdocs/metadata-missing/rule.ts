import { defineRule } from '../../../engine/rule';
import { isDirectory } from '../../../facts/core/files';
import { anchor } from '../../../facts/plugin/anchor';
import { isPlugin } from '../../../facts/plugin/plugin';
import { hasMetadata } from '../../../facts/webdocs/metadata';
import { metadataFile } from '../../../facts/webdocs/newFiles';
import { metadataPath, webDocs } from '../../../facts/webdocs/paths';
import { create } from '../../../text/edit';

export default defineRule({
	summary: 'The plugin has a .web-docs/metadata.hcl',
	title: 'metadata.hcl missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	threads: [
		'https://github.com/Parallels/packer-plugin-parallels/pull/94',
		'https://github.com/hashicorp/packer/pull/12702',
		'https://github.com/linode/packer-plugin-linode/pull/159',
		'https://github.com/nutanix-cloud-native/packer-plugin-nutanix/pull/165',
		'https://github.com/scaleway/packer-plugin-scaleway/pull/133',
	],
	messages: { missing: '`.web-docs/metadata.hcl` is missing, so the portal cannot publish the plugin.' },

	*check(read) {
		if (!read(isPlugin) || !read(isDirectory, webDocs) || read(hasMetadata)) return;
		const file = metadataFile(read);
		const fix = file === undefined ? {} : { fix: { title: `Create ${metadataPath}`, kind: 'offer' as const, edits: [create(metadataPath, file)] } };
		yield { at: read(anchor), message: 'missing', ...fix };
	},
});
