import { defineRule } from '../../../engine/rule';
import { configPackage, lostValues } from '../../../facts/component/lostValues';
import { placeOf } from '../../../facts/go/body';

export default defineRule({
	summary: 'A configuration is decoded before its fields are set',
	title: 'Value lost in decoding',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-amazon/issues/275',
	threads: ['https://github.com/hashicorp/packer/pull/7822'],
	messages: { lost: '`config.Decode` resets `{decoded}` before it reads an HCL template, so `{name}` loses the value that is set here.' },

	on: {
		in: 'sources',
		importing: configPackage,
		expressions: {
			call({ read, scope }, _, x) {
				const found = lostValues(read, scope, x);
				const [first, ...others] = found?.values ?? [];
				if (found === undefined || first === undefined) return undefined;
				return [
					{
						at: placeOf(scope, first.target),
						message: 'lost' as const,
						data: { decoded: found.decoded, name: first.name },
						related: others.map(({ name, target }) => ({ at: placeOf(scope, target), message: `\`${name}\` loses its value, too` })),
					},
				];
			},
		},
	},
});
