import { defineRule } from '../../../engine/rule';
import { faultsOf, placesOf } from '../../../generate/input/groups';

export default defineRule({
	summary: 'Lists in configuration structs are of basic types or structs',
	title: 'List without HCL2 spec',
	titles: { alias: 'Alias without HCL2 spec', pointer: 'Pointer without HCL2 spec' },
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: {
		list: 'Code that `packer-sdc` generates for `{type}` does not compile. Use a list of a basic type, or of a struct itself.',
		alias: 'Code that `packer-sdc` generates for `{type}` does not compile, as that is an alias. Use the type that it stands for.',
		pointer: 'Code that `packer-sdc` generates for `{type}` does not compile, as that is the name of a pointer to a struct. Use the struct.',
	},

	*check(read) {
		for (const group of read(faultsOf, 'list'))
			for (const { field, type, fault } of placesOf(read, group)) yield { at: type, message: fault.as ?? 'list', data: { type: field.type } };
	},
});
