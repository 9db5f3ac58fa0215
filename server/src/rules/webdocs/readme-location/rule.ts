import { defineRule } from '../../../engine/rule';
import { exists } from '../../../facts/core/files';
import { isInDirectory, join } from '../../../facts/core/paths';
import { docsReadme, docsSource } from '../../../facts/docs/pages';
import { isPublished } from '../../../facts/docs/published';
import { metadata } from '../../../facts/webdocs/metadata';
import { webDocs, webReadmePath } from '../../../facts/webdocs/paths';
import { templateValues } from '../../../facts/webdocs/templateValues';
import { webPages } from '../../../generate/webdocs/pages';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'The README that metadata.hcl names exists',
	title: 'Integration README missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/web-platform-packages/blob/main/packages/integrations-hcl/strategies/default/load_default_directory.ts',
	threads: ['https://github.com/hashicorp/packer/issues/13303', 'https://github.com/hashicorp/packer/pull/12702'],
	messages: {
		named: '`readme_location` names `{said}`, which is not in `.web-docs`. The portal rejects the integration.',
		default: '`.web-docs/README.md` is missing, so the portal rejects the integration.',
	},

	*check(read) {
		const file = read(metadata);
		if (file === undefined || !read(isPublished)) return;
		const said = file.docs?.readmeLocation;
		const path = said === undefined ? webReadmePath : join(webDocs, said.value);
		if (path === undefined || read(exists, path)) return;
		const compiled = read(webPages).pages.some(page => page.path === webReadmePath);
		if (path === webReadmePath) {
			// webdocs/drift reports a page that is not compiled yet, and docs/readme-missing a missing source.
			const source = read(docsSource);
			const isWritten = source.from === 'web-docs' || read(docsReadme) !== undefined || (source.from === 'docs' && isInDirectory(source.dir, webDocs));
			if (!compiled && isWritten) yield { at: said?.place ?? file.docs?.header ?? file.header, message: 'default' };
			return;
		}
		// webdocs/leftover reports a metadata.hcl with other values of the template.
		if (said === undefined || read(templateValues).some(({ name }) => name === 'readme_location')) return;
		const fix =
			compiled || read(exists, webReadmePath) ? { fix: { title: 'Use ./README.md', kind: 'safe' as const, edits: [replace(said.place, './README.md')] } } : {};
		yield { at: said.place, message: 'named', data: { said: said.value }, ...fix };
	},
});
