import { defineRule } from '../../../engine/rule';
import { unregistered } from '../../../facts/component/unregistered';

export default defineRule({
	summary: 'Every component that is implemented is registered',
	title: 'Component not registered',
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation',
	messages: {
		missing: '`{type}` has all methods of a {kind}, but the plugin does not register it, so templates cannot use it.',
	},

	*check(read) {
		for (const { type, kind } of read(unregistered)) yield { at: type.place, message: 'missing', data: { type: type.type, kind: label[kind] } };
	},
});

const label = { builder: 'builder', provisioner: 'provisioner', 'post-processor': 'post-processor', datasource: 'data source' } as const;
