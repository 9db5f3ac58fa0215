import { defineRule } from '../../../engine/rule';
import { secretLiterals } from '../../../facts/security/literals';

export default defineRule({
	summary: 'The repository contains no credentials',
	title: 'Credential in repository',
	severity: 'error',
	item: 'provide-credentials',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships',
	messages: {
		one: 'File contains what looks like {kind}. Revoke it if it is real, and read it from the environment: the history of git keeps it.',
		several: 'File contains what looks like {count} credentials, first {kind}. Revoke those that are real, and read them from the environment.',
	},

	*check(read) {
		for (const [first, ...others] of read(secretLiterals)) {
			if (first === undefined) continue;
			yield {
				at: first.place,
				message: others.length === 0 ? 'one' : 'several',
				data: { kind: first.kind, count: String(others.length + 1) },
				related: others.map(({ kind, place }) => ({ at: place, message: `Looks like ${kind}` })),
			};
		}
	},
});
