import { defineRule } from '../../../engine/rule';
import { addingMethods } from '../../../facts/go/methodStubs';
import { functionName } from '../../../facts/go/packages';
import { components } from '../../../facts/plugin/components';
import { interfaceNames, missingMethods, written, wrongMethods } from '../../../facts/plugin/interfaces';

export default defineRule({
	summary: 'A component has the methods of its interface',
	title: 'Component method missing',
	titles: { signature: 'Component method signature' },
	severity: 'info',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/tree/main/packer',
	messages: {
		missing: '{type} is registered as a {kind} and lacks {methods}: it does not build.',
		signature: '{type} is registered as a {kind}, whose {name} is {method}: it does not build.',
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
				yield { at: implementation.place, message: 'missing', data: { ...about, methods: missing.map(written).join(', ') }, fix };
			}
			for (const { required, found } of wrong) {
				yield {
					at: functionName(found),
					message: 'signature',
					data: { ...about, name: required.name, method: written(required) },
				};
			}
		}
	},
});
