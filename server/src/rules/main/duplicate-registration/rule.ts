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
		const groups = new Map<string, Registration[]>();
		for (const one of read(repeatedRegistrations)) {
			const group = groups.get(keyOf(one));
			if (group) group.push(one);
			else groups.set(keyOf(one), [one]);
		}
		for (const [key, [repeated, ...others]] of groups) {
			if (repeated === undefined) continue;
			const { kind, name = '', namePlace } = repeated;
			const first = read(registrations).find(one => keyOf(one) === key);
			const related = [
				...(first ? [{ at: first.namePlace, message: 'First registered here' }] : []),
				...others.map(other => ({ at: other.namePlace, message: 'Registered again here' })),
			];
			yield { at: namePlace, message: name === '' ? 'default' : 'name', data: { Kind: words[kind].Kind, name }, related };
		}
	},
});

const keyOf = ({ kind, name }: Registration) => `${kind} ${name}`;
