import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { directivePlace } from '../../../facts/generated/directives';
import { canTrim, trimming, unknownTypes, withoutUnknown } from '../../../generate/input/unknownTypes';
import { spoken } from '../../../generate/stale/drift';

export default defineRule({
	summary: 'The directives of packer-sdc name structs of their package',
	title: 'Unknown name in -type',
	titles: { spaced: 'Space in -type' },
	severity: 'info',
	tag: 'unnecessary',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: {
		one: '{names} in `-type` is not a struct of this package, so `packer-sdc` ignores the name.',
		several: '{names} in `-type` are not structs of this package, so `packer-sdc` ignores the names.',
		spaced: '`-type` has a space beside {names}, so `packer-sdc` finds no struct of that name and makes no Flat type. Remove the space.',
	},

	*check(read) {
		for (const found of read(unknownTypes)) {
			const { directive, names, spaced } = found;
			const at = directivePlace(directive);
			if (names.length > 0) {
				const edits = withoutUnknown(found);
				const fix = edits && { fix: { title: `Remove ${spoken(names)} from -type`, kind: 'safe' as const, edits } };
				yield { at, message: names.length > 1 ? 'several' : 'one', data: { names: spoken(names) }, ...fix };
			}
			if (spaced.length > 0) {
				const fix = canTrim(found) ? { fix: { title: 'Remove space from -type', kind: 'offer' as const, edits: (read: Read) => trimming(read, found) } } : {};
				yield { at, message: 'spaced', data: { names: spoken(spaced) }, ...fix };
			}
		}
	},
});
