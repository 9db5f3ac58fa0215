import { defineRule } from '../../../engine/rule';
import { componentPrints, toLog } from '../../../facts/component/prints';
import type { Read } from '../../../facts/core/database';
import { placeOf } from '../../../facts/go/body';

export default defineRule({
	summary: 'Components write to the user interface or the log, not to stdout',
	title: 'Component prints to stdout',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin_client.go',
	messages: {
		lost: '`{name}` writes to stdout, where Packer discards it. Tell users with `Say` of the `Ui`, or use package `log`.',
	},

	*check(read) {
		for (const [path, calls] of Object.entries(read(componentPrints))) {
			const [first, ...others] = calls;
			if (!first) continue;
			const fix = { title: 'Use package log', kind: 'offer' as const, edits: (read: Read) => toLog(read, path, calls) };
			yield {
				at: placeOf(first, first.fn),
				message: 'lost',
				data: { name: first.name },
				related: others.map(other => ({ at: placeOf(other, other.fn), message: 'Writes to stdout, too' })),
				...(calls.every(({ alone }) => alone) ? { fix } : {}),
			};
		}
	},
});
