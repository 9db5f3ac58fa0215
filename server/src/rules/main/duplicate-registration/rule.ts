import { defineRule } from '../../../engine/rule';
import { type Registration, registrations, repeatedRegistrations } from '../../../facts/plugin/registrations';
import { words } from '../../../facts/plugin/words';

export default defineRule({
	summary: 'Each component has a name of its own',
	title: 'Component registered twice',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/plugin/set.go',
	messages: {
		name: '{Kind} `{name}` is registered twice, so the plugin panics on start. Rename or remove one of them.',
		default: '{Kind} `plugin.DEFAULT_NAME` is registered twice, so the plugin panics on start. Name or remove one of them.',
	},

	*check(read) {
		const repeated = read(repeatedRegistrations);
		for (const [i, { kind, name = '', namePlace }] of repeated.entries()) {
			const isSame = (other: Registration) => other.kind === kind && other.name === name;
			if (repeated.slice(0, i).some(isSame)) continue;
			const first = read(registrations).find(isSame);
			const others = repeated.slice(i + 1).filter(isSame);
			const related = [
				...(first ? [{ at: first.namePlace, message: 'First registered here' }] : []),
				...others.map(other => ({ at: other.namePlace, message: 'Registered again here' })),
			];
			yield { at: namePlace, message: name === '' ? 'default' : 'name', data: { Kind: words[kind].Kind, name }, related };
		}
	},
});
