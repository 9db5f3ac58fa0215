import { defineRule } from '../../../engine/rule';
import { attributesOf } from '../../../facts/config/fields';
import { configStructs, keyOf } from '../../../facts/config/structs';

/** The attributes of a block that Packer reads itself, and does not hand on (hcl2template/types.build.provisioners.go, types.build.post-processor.go). */
const reserved: Readonly<Record<string, readonly string[]>> = {
	provisioner: ['name', 'pause_before', 'max_retries', 'timeout', 'only', 'except', 'override'],
	'post-processor': ['name', 'only', 'except', 'keep_input_artifact'],
};

export default defineRule({
	summary: 'No attribute of a component has a name that Packer reads itself',
	title: 'Attribute never reaches the component',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/hcl2template/types.build.provisioners.go',
	messages: { reserved: 'Packer reads `{name}` of a {kind} block itself, so `{field}` is never set from HCL. Choose another name.' },

	*check(read) {
		const seen = new Set<string>();
		for (const { component, role, type } of read(configStructs)) {
			if (role !== 'config') continue;
			for (const { name, field, struct, place, type: written } of attributesOf(read, type)) {
				if (!reserved[component.kind]?.includes(name)) continue;
				// A block of that name reaches the plugin.
				if (!/^\*?(?:\[\])*(?:string|bool|u?int\d*|float\d+|time\.Duration|config\.Trilean|map\[.*)$/.test(written)) continue;
				const key = `${component.kind} ${keyOf(struct)} ${field}`;
				if (seen.has(key)) continue;
				seen.add(key);
				yield { at: place, message: 'reserved', data: { name, kind: component.kind, field } };
			}
		}
	},
});
