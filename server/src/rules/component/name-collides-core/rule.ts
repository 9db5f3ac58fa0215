import { defineRule } from '../../../engine/rule';
import { components } from '../../../facts/plugin/components';
import { coreComponents } from '../../../facts/plugin/coreComponents';
import { identity } from '../../../facts/plugin/identity';
import { words } from '../../../facts/plugin/words';

export default defineRule({
	summary: "No component has the name of one of Packer's own",
	title: 'Name of built-in component',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer/blob/main/command/execute.go',
	messages: { taken: '{Kind} would be called `{name}`, like a part of Packer itself, which Packer starts instead. Rename it.' },

	*check(read) {
		if (!read(identity).repository.startsWith('packer-plugin-')) return;
		for (const { kind, fullName, registration } of read(components)) {
			if (registration.legacy || !coreComponents[kind].includes(fullName)) continue;
			yield { at: registration.namePlace, message: 'taken', data: { Kind: words[kind].Kind, name: fullName } };
		}
	},
});
