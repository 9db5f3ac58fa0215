import { defineRule } from '../../../engine/rule';
import { exists } from '../../../facts/core/files';
import { join } from '../../../facts/core/paths';
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
			// Of what is compiled to it webdocs/drift tells, and of a missing source the rules of docs/.
			const isWritten = read(docsSource).from === 'web-docs' || read(docsReadme) !== undefined;
			if (!compiled && isWritten) yield { at: said?.place ?? file.docs?.header ?? file.header, message: 'default' };
			return;
		}
		// Of metadata.hcl as the template has it, webdocs/leftover tells.
		if (said === undefined || read(templateValues).some(({ name }) => name === 'readme_location')) return;
		const fix =
			compiled || read(exists, webReadmePath) ? { fix: { title: 'Use ./README.md', kind: 'safe' as const, edits: [replace(said.place, './README.md')] } } : {};
		yield { at: said.place, message: 'named', data: { said: said.value }, ...fix };
	},
});
