import { defineRule } from '../../../engine/rule';
import { type Included, includesOf, includingFiles, isFound } from '../../../generate/webdocs/includes';
import { insertAfter, replace } from '../../../text/edit';

export default defineRule({
	summary: "Partials are included with @include '…'",
	title: 'Partial is not included',
	titles: { open: 'Include not closed' },
	severity: 'error',
	severities: { missed: 'warning' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/tree/main/cmd/packer-sdc/internal/renderdocs',
	messages: {
		open: '`{said}` has no closing quote on its line, so `packer-sdc renderdocs` fails.',
		missed: '`{said}` is published as text: `packer-sdc` knows only `@include`, a space, and a path in single quotes.',
	},

	*check(read) {
		for (const file of read(includingFiles)) {
			const { open, missed } = read(includesOf, file);
			for (const one of open) {
				const isPath = /^[\w./-]+\.mdx$/.test(one.path);
				const fix = { title: 'Close quote', kind: 'safe' as const, edits: [insertAfter(one.place, "'")] };
				yield { at: one.place, message: 'open', data: { said: `@include '${shortened(one)}` }, ...(isPath ? { fix } : {}) };
			}
			for (const one of missed) {
				const fix = { title: 'Use single quotes', kind: 'safe' as const, edits: [replace(one.place, `@include '${one.path}'`)] };
				yield { at: one.place, message: 'missed', data: { said: `@include ${shortened(one)}` }, ...(isFound(read, one.path) ? { fix } : {}) };
			}
		}
	},
});

const shortened = ({ path }: Included): string => (path.length > 60 ? `…${path.slice(-59)}` : path).replaceAll('`', "'");
