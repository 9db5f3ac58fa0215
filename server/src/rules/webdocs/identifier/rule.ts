import { defineRule } from '../../../engine/rule';
import { identity } from '../../../facts/plugin/identity';
import { identifierProblem, isWrong, ownIdentifier, repeatedIdentifiers } from '../../../facts/webdocs/identifier';
import { metadata } from '../../../facts/webdocs/metadata';
import { placeholders } from '../../../facts/webdocs/placeholders';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: "The identifier in metadata.hcl is packer/, the repository's owner and the plugin's name",
	title: 'Integration identifier',
	titles: {
		format: 'Invalid integration identifier',
		template: 'Integration identifier from template',
		plugin: 'Integration identifier names other plugin',
		organization: 'Integration identifier organization differs',
		owner: 'Integration identifier owner differs',
		name: 'Integration identifier name differs',
		moved: 'Integration identifier owner differs',
	},
	severity: 'error',
	severities: { owner: 'warning', name: 'warning', moved: 'info' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/web-platform-packages/blob/main/packages/integrations-hcl/index.ts',
	threads: ['https://github.com/scaleway/packer-plugin-scaleway/pull/133'],
	messages: {
		format: '`{said}` is not a valid identifier. The portal accepts `packer/owner/name` only.',
		template: "Identifier is still the template's `{said}`. Use `{wanted}`.",
		plugin: '`{said}` is the identifier of another plugin. Use `{wanted}`.',
		organization: '`{said}` is under organization `{org}`, but the repository belongs to `{owner}`. Use `{wanted}`.',
		owner: '`{said}` names owner `{org}`, but the repository belongs to `{owner}`.',
		name: '`{said}` does not name this plugin, `{name}`.',
		moved: '`{said}` matches the module path, but the repository belongs to `{owner}`. That is correct during a move or in a fork.',
	},

	*check(read) {
		const said = read(metadata)?.identifier;
		const problem = said && read(identifierProblem, said.value);
		if (said === undefined || problem === undefined) return;
		// webdocs/leftover reports a metadata.hcl with other values of the template.
		if (problem === 'template' && read(placeholders).length > 0) return;
		const own = read(ownIdentifier);
		const repeated = read(repeatedIdentifiers);
		const { owner = '', name } = read(identity);
		const data = { said: said.value, wanted: own ?? '', org: said.value.split('/')[1] ?? '', owner, name };
		const kind = isWrong(problem) && problem !== 'organization' ? ('safe' as const) : ('offer' as const);
		const edits = own === undefined ? [] : [said.place, ...repeated.map(({ content }) => content)].map(place => replace(place, own));
		const fix = edits.length === 0 || problem === 'moved' ? {} : { fix: { title: `Change identifier to ${own}`, kind, edits } };
		const related = repeated.map(({ content }) => ({ at: content, message: 'The same identifier' }));
		yield { at: said.place, message: problem, data, related, ...fix };
	},
});
