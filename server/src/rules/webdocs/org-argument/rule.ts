import { defineRule } from '../../../engine/rule';
import { identity } from '../../../facts/plugin/identity';
import { isScaffolding, isUntouchedTemplate } from '../../../facts/plugin/scaffolding';
import { compileCalls } from '../../../facts/webdocs/compileCalls';
import { identifierProblem } from '../../../facts/webdocs/identifier';
import { metadata } from '../../../facts/webdocs/metadata';
import { rewrittenLinks } from '../../../facts/webdocs/rewrittenLinks';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'The Makefile compiles links for the organization of the identifier',
	title: 'Organization of compiled links',
	severity: 'info',
	severities: { links: 'warning' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.web-docs/scripts/compile-to-webdocs.sh',
	messages: {
		links: 'Links to pages of the plugin are compiled for organization `{said}`, but the identifier is `{identifier}`, so they do not lead to its pages.',
		unused: 'Links would be compiled for organization `{said}`, but the identifier is `{identifier}`.',
	},

	*check(read) {
		const id = read(metadata)?.identifier?.value;
		const [, organization = '', name = ''] = id?.split('/') ?? [];
		if (id === undefined || organization === '' || read(isScaffolding) || read(isUntouchedTemplate)) return;
		// webdocs/identifier reports a wrong one; in a fork or during a move either may be meant.
		if (read(identifierProblem, id) !== undefined) return;
		const links = read(rewrittenLinks);
		const names = [name, read(identity).name].map(one => one.toLowerCase());
		const own = links.filter(({ plugin }) => names.includes(plugin.toLowerCase()));
		// The script has one organization for all links: with links to other plugins only, it may be meant for those.
		if (own.length === 0 && links.length > 0) return;
		for (const { organization: said } of read(compileCalls)) {
			if (said === undefined || said.value.toLowerCase() === organization.toLowerCase()) continue;
			yield {
				at: said.place,
				message: own.length > 0 ? 'links' : 'unused',
				data: { said: said.value, identifier: id },
				related: own.map(({ path, from, to }) => ({ at: { path, from, to }, message: 'Compiled for that organization' })),
				fix: { title: `Change to ${organization}`, kind: 'offer', edits: [replace(said.place, organization)] },
			};
		}
	},
});
