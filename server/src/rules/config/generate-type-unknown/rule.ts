import { defineRule } from '../../../engine/rule';
import { directivePlace } from '../../../facts/generated/directives';
import { unknownTypes, withoutUnknown } from '../../../generate/input/unknownTypes';
import { spoken } from '../../../generate/stale/drift';

export default defineRule({
	summary: 'The directives of packer-sdc name structs of their package',
	title: 'Unknown name in -type',
	severity: 'info',
	tag: 'unnecessary',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: {
		one: '{names} in `-type` is not a struct of this package, so `packer-sdc` ignores the name.',
		several: '{names} in `-type` are not structs of this package, so `packer-sdc` ignores the names.',
	},

	*check(read) {
		for (const found of read(unknownTypes)) {
			const { directive, names } = found;
			const edits = withoutUnknown(found);
			const fix = edits && { fix: { title: `Remove ${spoken(names)} from -type`, kind: 'safe' as const, edits } };
			yield { at: directivePlace(directive), message: names.length > 1 ? 'several' : 'one', data: { names: spoken(names) }, ...fix };
		}
	},
});
