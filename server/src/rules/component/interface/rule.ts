import { defineRule } from '../../../engine/rule';
import { addingMethods } from '../../../facts/go/methodStubs';
import { functionName } from '../../../facts/go/packages';
import { components } from '../../../facts/plugin/components';
import { interfaceNames, missingMethods, written, wrongMethods } from '../../../facts/plugin/interfaces';
import { listed } from '../../../text/listed';

export default defineRule({
	summary: 'A component has the methods of its interface',
	title: 'Component method missing',
	titles: { signature: 'Component method signature' },
	severity: 'info',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/tree/main/packer',
	messages: {
		missing: '`{type}` does not implement `{kind}`, so the plugin does not compile. Add {methods}.',
		signature: 'Signature must be `{method}`, or the plugin does not compile.',
	},

	*check(read) {
		for (const component of read(components)) {
			const { kind, implementation } = component;
			if (!implementation) continue;
			const missing = missingMethods(read, component);
			const wrong = wrongMethods(read, component);
			const about = { type: implementation.type, kind: `packersdk.${interfaceNames[kind]}` };
			if (missing.length > 0) {
				const fix = { title: `Add ${missing.map(m => m.name).join(', ')}`, kind: 'offer' as const, edits: addingMethods(implementation, missing) };
				yield { at: implementation.place, message: 'missing', data: { ...about, methods: listed(missing.map(({ name }) => name)) }, fix };
			}
			for (const { required, found } of wrong) {
				yield {
					at: functionName(found),
					message: 'signature',
					data: { method: written(required) },
				};
			}
		}
	},
});
