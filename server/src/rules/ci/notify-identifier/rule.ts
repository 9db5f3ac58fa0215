import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { identifier, identifierProblem } from '../../../facts/webdocs/identifier';
import { metadata } from '../../../facts/webdocs/metadata';
import { notifications } from '../../../facts/webdocs/notify';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Workflows announce releases under the identifier of metadata.hcl',
	title: 'Notification identifier',
	titles: {
		differs: 'Notification identifier differs',
		other: 'Notification identifier of other plugin',
		organization: 'Notification under wrong organization',
		format: 'Invalid notification identifier',
	},
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/web-platform-packages/blob/main/packages/integrations-hcl/index.ts',
	threads: ['https://github.com/scaleway/packer-plugin-scaleway/pull/133'],
	messages: {
		differs: 'Identifier is `{said}`, but `metadata.hcl` has `{wanted}`. The portal rejects the notification.',
		other: 'Identifier `{said}` is that of another plugin. The portal rejects the notification.',
		organization: 'Identifier `{said}` names another organization than `{wanted}`. The portal rejects the notification.',
		format: 'Identifier `{said}` does not have the form `packer/owner/name`. The portal rejects the notification.',
	},

	*check(read) {
		const wanted = read(identifier);
		const declared = read(metadata)?.identifier;
		const found = read(notifications).flatMap(({ identifiers }) =>
			identifiers.flatMap(said => {
				const message = problemOf(read, said.text, wanted, declared?.value);
				return message === undefined ? [] : [{ said, message }];
			}),
		);
		for (const [i, { said, message }] of found.entries()) {
			const isSame = (other: (typeof found)[number]) => other.said.text.toLowerCase() === said.text.toLowerCase();
			if (found.findIndex(isSame) < i) continue;
			const all = found.filter(isSame).map(other => other.said.content);
			const fix =
				wanted === undefined ? {} : { fix: { title: `Set identifier ${wanted}`, kind: 'safe' as const, edits: all.map(place => replace(place, wanted)) } };
			const related = [
				...(message === 'differs' && declared ? [{ at: declared.place, message: 'Identifier of the integration' }] : []),
				...all.slice(1).map(at => ({ at, message: 'The same identifier' })),
			];
			yield { at: said.content, message, data: { said: said.text, wanted: wanted ?? '' }, related, ...fix };
		}
	},
});

/** What is wrong with the identifier of a workflow; undefined if nothing is, and where metadata.hcl has the same, which webdocs/identifier reports. */
function problemOf(read: Read, said: string, wanted: string | undefined, declared: string | undefined) {
	const lower = said.toLowerCase();
	if (said.includes('${{') || lower === wanted?.toLowerCase() || lower === declared?.toLowerCase()) return undefined;
	const own = read(identifierProblem, said);
	if (own === 'format' || own === 'organization') return own;
	if (own === 'template' || own === 'plugin') return 'other';
	return wanted !== undefined && declared === wanted ? 'differs' : undefined;
}
