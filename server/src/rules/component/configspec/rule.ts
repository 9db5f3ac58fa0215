import { defineRule } from '../../../engine/rule';
import { decodingOf } from '../../../facts/config/decoding';
import { specOf } from '../../../facts/config/specs';
import type { Read } from '../../../facts/core/database';
import { unimporting } from '../../../facts/go/unimporting';
import { components } from '../../../facts/plugin/components';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'ConfigSpec returns the generated spec of the struct that is decoded',
	title: 'ConfigSpec of another struct',
	titles: { written: 'Handwritten ConfigSpec' },
	severity: 'error',
	severities: { written: 'warning' },
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: {
		other: '`ConfigSpec` returns the spec of `{spec}`, but `{decoded}` is decoded. Packer rejects fields that only `{decoded}` has.',
		written: '`ConfigSpec` is written by hand, so Packer rejects new fields until they are added here. Return the generated spec.',
	},

	*check(read) {
		for (const component of read(components)) {
			const spec = specOf(read, component, 'ConfigSpec');
			if (!spec || !component.implementation) continue;
			const decoding = decodingOf(read, component);
			const decoded = decoding?.type;
			const differs = spec.type !== undefined && decoded !== undefined && (spec.type.dir !== decoded.dir || spec.type.type !== decoded.type);
			const message = spec.how === 'written' ? 'written' : differs ? 'other' : undefined;
			if (message === undefined) continue;
			const target =
				decoding?.path === spec.path && spec.receiver !== undefined && decoding.target?.startsWith(`${spec.receiver}.`)
					? `${decoding.target}.FlatMapstructure().HCL2Spec()`
					: undefined;
			const fix =
				target !== undefined && decoded !== undefined
					? {
							fix: {
								title: `Return spec of ${decoded.type}`,
								kind: 'offer' as const,
								edits: (read: Read) => [replace(spec.returned, target), ...unimporting(read, spec.returned)],
							},
						}
					: {};
			yield { at: spec.returned, message, data: { spec: spec.type?.type ?? '', decoded: decoded?.type ?? '' }, ...fix };
		}
	},
});
