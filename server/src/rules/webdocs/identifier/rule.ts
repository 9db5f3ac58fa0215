import { defineRule } from '../../../engine/rule';
import { identifierProblem, ownIdentifier } from '../../../facts/webdocs/identifier';
import { metadata } from '../../../facts/webdocs/metadata';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: "The identifier in metadata.hcl is packer/, the repository's owner, and the plugin's name",
	title: 'Integration identifier',
	titles: {
		format: 'Invalid integration identifier',
		leftover: 'Integration identifier from template',
		owner: 'Integration identifier owner differs',
		name: 'Integration identifier name differs',
		moved: 'Integration identifier owner differs',
	},
	severity: 'error',
	severities: { owner: 'warning', name: 'warning', moved: 'info' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/web-platform-packages/blob/main/packages/integrations-hcl/index.ts',
	messages: {
		format: '“{said}” is no identifier: the integrations portal takes `packer/owner/name` only.',
		leftover: "“{said}” is another plugin's entry in the integrations portal, left over from the repository that this one was made from.",
		owner: 'The repository is that of another owner than “{said}” names: releases are announced under an identifier that HashiCorp has registered for it.',
		name: 'The plugin is named otherwise than “{said}” says: releases are announced under an identifier that HashiCorp has registered for it.',
		moved: '“{said}” agrees with the module path, but not with the owner of this repository: right while it moves, or in a fork.',
	},

	*check(read) {
		const said = read(metadata)?.identifier;
		const problem = said && read(identifierProblem, said.value);
		if (said === undefined || problem === undefined) return;
		const own = read(ownIdentifier);
		const kind = problem === 'format' || problem === 'leftover' ? ('safe' as const) : ('offer' as const);
		const fix = own === undefined || problem === 'moved' ? {} : { fix: { title: `Write ${own}`, kind, edits: [replace(said.place, own)] } };
		yield { at: said.place, message: problem, data: { said: said.value }, ...fix };
	},
});
