import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { identifier, identifierProblem } from '../../../facts/webdocs/identifier';
import { metadata } from '../../../facts/webdocs/metadata';
import { notifications } from '../../../facts/webdocs/notify';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'The workflows announce releases under the identifier of metadata.hcl',
	title: 'Notification identifier',
	titles: { differs: 'Notification identifier differs', leftover: 'Notification identifier from template', format: 'Invalid notification identifier' },
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/web-platform-packages/blob/main/packages/integrations-hcl/index.ts',
	messages: {
		differs: '`{said}` is not the identifier in metadata.hcl, `{wanted}`. The portal rejects the release or takes it for another plugin.',
		leftover: '`{said}` is not the identifier of this plugin, so the portal rejects the notification. Use `{wanted}`.',
		format: '`{said}` is not a valid identifier, so the notification fails. The form is `packer/owner/name`.',
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
				wanted === undefined
					? {}
					: { fix: { title: `Change identifier to ${wanted}`, kind: 'safe' as const, edits: all.map(place => replace(place, wanted)) } };
			const related = [
				...(message === 'differs' && declared ? [{ at: declared.place, message: 'Identifier of the integration' }] : []),
				...all.slice(1).map(at => ({ at, message: 'The same identifier' })),
			];
			yield { at: said.content, message, data: { said: said.text, wanted: wanted ?? '' }, related, ...fix };
		}
	},
});

/** What is wrong with the identifier of a workflow; undefined where nothing is, and of that of metadata.hcl, of which webdocs/identifier tells. */
function problemOf(read: Read, said: string, wanted: string | undefined, declared: string | undefined): 'format' | 'leftover' | 'differs' | undefined {
	const lower = said.toLowerCase();
	if (said.includes('${{') || lower === wanted?.toLowerCase() || lower === declared?.toLowerCase()) return undefined;
	const own = read(identifierProblem, said);
	if (own === 'format') return own;
	if (own === 'template' || own === 'plugin') return 'leftover';
	return wanted !== undefined && declared === wanted ? 'differs' : undefined;
}
