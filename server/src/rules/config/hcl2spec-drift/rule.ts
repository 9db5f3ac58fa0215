import { defineRule } from '../../../engine/rule';
import { directives } from '../../../facts/generated/directives';
import { regeneration } from '../../../generate/fix';
import { hcl2SpecStaleness } from '../../../generate/stale/hcl2spec';
import { byField, reasonsOf } from '../../../generate/stale/reasons';

const messageOf = {
	'field-missing': 'missing',
	'field-extra': 'extra',
	'field-changed': 'changed',
	'tag-changed': 'cosmetic',
	'struct-absent': 'absent',
	'by-hand': undefined,
	item: undefined,
	text: undefined,
} as const;

export default defineRule({
	summary: 'The hcl2spec files are what packer-sdc makes of the configuration structs',
	title: 'HCL2 spec out of date',
	titles: { cosmetic: 'HCL2 spec tag differs', absent: 'Struct missing from HCL2 spec' },
	severity: 'error',
	severities: { cosmetic: 'warning' },
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: {
		missing: '{fields} of {struct} cannot be used in HCL: {path} was generated before, and has not got it. Run `make generate`.',
		extra: '{fields} is in {path}, and {struct} has no such field any more: a template may set it, and nothing reads it. Run `make generate`.',
		changed: '{fields} of {struct} is another in {path}: that was generated before its type, tag or name changed. Run `make generate`.',
		cosmetic: 'The generated code in {path} differs from {struct} in the text of a tag ({fields}): `make generate` leaves a changed file.',
		absent: '{struct} is to be in {path}, and is not: templates in HCL cannot use it. Run `make generate`.',
	},

	*check(read) {
		for (const source of new Set(read(directives).map(({ path }) => path))) {
			for (const file of read(hcl2SpecStaleness, source).files) {
				if (file.state !== 'stale') continue;
				const fix = regeneration(read, file);
				for (const { kind, struct, fields, place } of byField(reasonsOf(read, file))) {
					const message = messageOf[kind];
					if (message !== undefined) yield { at: place, message, data: { struct, fields, path: file.path }, ...fix };
				}
			}
		}
	},
});
