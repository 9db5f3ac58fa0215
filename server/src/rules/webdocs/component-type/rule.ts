import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { exists, text } from '../../../facts/core/files';
import { kindOfType } from '../../../facts/docs/layout';
import { typeMeant } from '../../../facts/webdocs/componentKeys';
import { metadata } from '../../../facts/webdocs/metadata';
import { webPagePath } from '../../../facts/webdocs/paths';
import { isPlaceholder } from '../../../facts/webdocs/placeholders';
import { create, type Edit, remove, replace } from '../../../text/edit';

export default defineRule({
	summary: 'The components in metadata.hcl have types that the portal knows',
	title: 'Unknown component type',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/integration-template#metadata-configuration',
	messages: {
		meant: 'Type `{type}` is not a component type of the portal. Use `{meant}`.',
		unknown: 'Type `{type}` is not a component type of the portal: `builder`, `provisioner`, `post-processor` or `data-source`.',
	},

	*check(read) {
		for (const component of read(metadata)?.components ?? []) {
			const { type, slug } = component;
			if (type === undefined || kindOfType(type.value) !== undefined || isPlaceholder(read, component)) continue;
			const meant = typeMeant(type.value);
			if (meant === undefined) {
				yield { at: type.place, message: 'unknown', data: { type: type.value } };
				continue;
			}
			const [from, to] = [webPagePath(type.value, slug?.value ?? ''), webPagePath(meant, slug?.value ?? '')];
			const moves = read(exists, from) && !read(exists, to);
			const move = (read: Read): Edit[] => (moves ? [create(to, read(text, from) ?? ''), remove(from)] : []);
			const title = moves ? `Change to ${meant} and move page` : `Change to ${meant}`;
			yield {
				at: type.place,
				message: 'meant',
				data: { type: type.value, meant },
				fix: { title, kind: moves ? 'offer' : 'safe', edits: read => [replace(type.place, meant), ...move(read)] },
			};
		}
	},
});
