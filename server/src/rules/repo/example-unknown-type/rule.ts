import { defineRule } from '../../../engine/rule';
import { isPlugin } from '../../../facts/plugin/plugin';
import { unknownTypes } from '../../../facts/repo/examples';

export default defineRule({
	summary: 'Example templates use components that the plugin registers',
	title: 'Example uses unregistered type',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/tree/main/example',
	messages: {
		unknown: 'Template uses `{type}`, which the plugin does not register. `packer build` fails unless another plugin provides the type.',
		meant: 'Template uses `{type}`, which the plugin does not register. Its {kind} is `{meant}`.',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		for (const { type, kind, places, meant } of read(unknownTypes)) {
			const [first, ...others] = places;
			if (first === undefined) continue;
			yield {
				at: first,
				message: meant === undefined ? 'unknown' : 'meant',
				data: { type, kind: kind === 'datasource' ? 'data source' : (kind ?? 'component'), meant: meant?.fullName ?? '' },
				related: others.map(at => ({ at, message: `Uses \`${type}\` too` })),
			};
		}
	},
});
