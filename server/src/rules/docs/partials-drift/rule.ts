import { defineRule } from '../../../engine/rule';
import { isDirectory } from '../../../facts/core/files';
import { directives } from '../../../facts/generated/directives';
import { regeneration } from '../../../generate/fix';
import { partialStaleness } from '../../../generate/stale/documents';
import { reasonsOf } from '../../../generate/stale/reasons';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The partials in docs-partials are what packer-sdc makes of the structs',
	title: 'Partial out of date',
	titles: { missing: 'Partial missing' },
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/tree/main/cmd/packer-sdc/internal/struct-markdown',
	messages: {
		field: '{path} says something else of {field}: it was generated before its comment, type or tag changed. Run `make generate`.',
		partial: 'This is not what packer-sdc makes of {source}. Run `make generate`.',
		missing: '{path} is not there, which packer-sdc makes of this struct. Run `make generate`.',
	},

	*check(read) {
		if (!read(isDirectory, 'docs-partials')) return;
		for (const source of new Set(read(directives).map(({ path }) => path))) {
			for (const file of read(partialStaleness, source).files) {
				if (file.state === 'same' || file.ignored) continue;
				const fix = regeneration(read, file);
				for (const { kind, fields, place } of reasonsOf(read, file)) {
					if (kind === 'item') yield { at: place, message: 'field', data: { path: file.path, field: `“${fields?.[0]}”` }, ...fix };
					else if (file.state === 'missing') yield { at: place, message: 'missing', data: { path: file.path, source }, ...fix };
					else
						yield {
							at: place,
							message: 'partial',
							data: { path: file.path, source },
							related: [{ at: at(source), message: 'Generated from this file' }],
							...fix,
						};
				}
			}
		}
	},
});
