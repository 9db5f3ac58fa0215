import { defineRule } from '../../../engine/rule';
import { named } from '../../../facts/go/symbols';
import { faultsOf, placesOf } from '../../../generate/input/groups';
import { outputs } from '../../../generate/input/outputs';

export default defineRule({
	summary: 'Maps that a data source returns have strings as keys and values',
	title: 'Output map not of strings',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/custom-datasources',
	messages: { map: 'The data source panics when `{attribute}` has entries: `packer-sdc` makes it a map of strings, which `{type}` is not.' },

	*check(read) {
		const converted = new Set(read(outputs).map(({ made }) => named(made.dir, made.name)));
		for (const group of read(faultsOf, 'map')) {
			if (group.role !== 'output') continue;
			for (const { field, type, fault } of placesOf(read, group)) {
				const isKnown = converted.has(named(fault.made.dir, fault.made.name)) && /^map\[/.test(field.type) && !/\b(?:interface|any)\b/.test(field.type);
				if (isKnown) yield { at: type, message: 'map', data: { attribute: fault.accessor, type: field.type } };
			}
		}
	},
});
