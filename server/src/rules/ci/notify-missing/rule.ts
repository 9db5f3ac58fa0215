import { defineRule } from '../../../engine/rule';
import { isDirectory } from '../../../facts/core/files';
import { docsPlace } from '../../../facts/docs/owner';
import { isPlugin } from '../../../facts/plugin/plugin';
import { missingNotifications } from '../../../facts/webdocs/missingNotifications';
import { webDocs } from '../../../facts/webdocs/paths';

export default defineRule({
	summary: 'Workflows notify the integrations portal of each release and on request',
	title: 'Release notification missing',
	titles: { manual: 'Manual notification workflow missing' },
	severity: 'error',
	severities: { tag: 'warning', manual: 'info' },
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	threads: ['https://github.com/ivoronin/packer-plugin-sshkey/pull/53', 'https://github.com/nutanix-cloud-native/packer-plugin-nutanix/pull/165'],
	messages: {
		missing: 'No workflow runs `hashicorp/integration-release-action`, so the integrations portal never learns of a release.',
		tag: 'No workflow runs `hashicorp/integration-release-action` for a tag, so the portal keeps the documentation of an older release.',
		manual: 'No workflow runs `hashicorp/integration-release-action` on request, so only a release can publish documentation.',
	},

	*check(read) {
		// Without .web-docs there is nothing to publish: webdocs/missing says so, and its fix creates these workflows too.
		if (!read(isPlugin) || !read(isDirectory, webDocs)) return;
		const lacking = read(missingNotifications);
		if (lacking === undefined) return;
		const { which, creates } = lacking;
		const title = creates.length > 1 ? 'Create notification workflows' : `Create ${creates.map(({ path }) => path).join()}`;
		yield { at: docsPlace(read), message: which, ...(creates.length === 0 ? {} : { fix: { title, kind: 'offer', edits: creates } }) };
	},
});
