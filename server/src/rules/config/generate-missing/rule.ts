import { defineRule } from '../../../engine/rule';
import { generateCommand } from '../../../facts/ci/generating';
import type { Read } from '../../../facts/core/database';
import { directivePlace } from '../../../facts/generated/directives';
import { named } from '../../../facts/go/symbols';
import { extending } from '../../../generate/hcl2spec/extending';
import { flatInCode } from '../../../generate/hcl2spec/flats';
import { lackingTypes } from '../../../generate/hcl2spec/lacking';
import { spoken } from '../../../generate/stale/drift';

export default defineRule({
	summary: 'A go:generate directive names every configuration struct',
	title: 'Struct without generate directive',
	titles: {
		undefined: 'Struct missing from -type',
		unnamed: 'Struct missing from -type',
		spaced: 'Struct with space in -type',
		spacedUnnamed: 'Struct with space in -type',
	},
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: {
		undefined: '{types} missing from `-type`, so the package does not compile after `{command}`.',
		unnamed: '{types} missing from `-type`, so HCL does not know the attributes.',
		spaced: '`-type` has a space beside {type}, so `packer-sdc` does not find the struct, and the package does not compile after `{command}`.',
		spacedUnnamed: '`-type` has a space beside {type}, so `packer-sdc` does not find the struct, and HCL does not know its attributes.',
		config: 'No `mapstructure-to-hcl2` directive names {type}, so Packer cannot decode HCL templates into it.',
		output: 'No `mapstructure-to-hcl2` directive names {type}, so HCL cannot read what the data source returns.',
		nested: 'No `mapstructure-to-hcl2` directive names {type}, so the package does not compile after `{command}`.',
	},

	*check(read) {
		const command = read(generateCommand);
		for (const lacking of read(lackingTypes)) {
			const { types, directive, extended } = lacking;
			const [first, ...others] = types;
			if (first === undefined) continue;
			const names = spoken(types.map(({ type }) => type.type));
			const breaks = types.some(({ type, role }) => role === 'nested' || read(flatInCode, named(type.dir, type.type)));
			const related = (directive ? types : others).map(({ type }) => ({ at: type.place, message: `\`${type.type}\` is declared here` }));
			const spaced = directive !== undefined && types.every(({ type }) => directive.types.some(name => name.trim() === type.type));
			const title = spaced ? 'Remove space from -type' : directive ? `Add ${names} to -type` : `Add generate directive for ${names}`;
			const fix = extended && { fix: { title, kind: 'safe' as const, edits: (read: Read) => extending(read, lacking) } };
			const alone = first.role === 'output' ? 'output' : first.role === 'config' || !breaks ? 'config' : 'nested';
			const listed = spaced ? (['spaced', 'spacedUnnamed'] as const) : (['undefined', 'unnamed'] as const);
			const message = directive ? listed[breaks ? 0 : 1] : alone;
			const data = { types: `${names} ${types.length > 1 ? 'are' : 'is'}`, type: names, command };
			yield { at: directive ? directivePlace(directive) : first.type.place, message, data, related, ...fix };
		}
	},
});
