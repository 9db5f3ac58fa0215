import { defineRule } from '../../../engine/rule';
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
		differs: 'metadata.hcl says “{wanted}”: a release announced as “{said}” is refused, or taken for that of another plugin.',
		leftover: "“{said}” is another plugin's entry in the integrations portal: the notification is refused.",
		format: '“{said}” is no identifier: the notification fails for anything but `packer/owner/name`.',
	},

	*check(read) {
		const wanted = read(identifier);
		for (const said of read(notifications).flatMap(notification => notification.identifiers)) {
			if (said.text.includes('${{') || said.text.toLowerCase() === wanted?.toLowerCase()) continue;
			const own = read(identifierProblem, said.text);
			const message = own === 'format' || own === 'leftover' ? own : read(metadata)?.identifier?.value === wanted ? ('differs' as const) : undefined;
			if (message === undefined || (message === 'differs' && wanted === undefined)) continue;
			const fix = wanted === undefined ? {} : { fix: { title: `Write ${wanted}`, kind: 'safe' as const, edits: [replace(said.content, wanted)] } };
			const declared = message === 'differs' ? read(metadata)?.identifier : undefined;
			const related = declared ? [{ at: declared.place, message: 'Identifier of the integration' }] : [];
			yield { at: said.content, message, data: { said: said.text, wanted: wanted ?? '' }, related, ...fix };
		}
	},
});
