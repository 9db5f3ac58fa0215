import { defineRule } from '../../../engine/rule';
import { generateCommand } from '../../../facts/ci/generating';
import { isDirectory } from '../../../facts/core/files';
import { directives } from '../../../facts/generated/directives';
import { regeneration } from '../../../generate/fix';
import { partialStaleness } from '../../../generate/stale/documents';
import { reasonsOf } from '../../../generate/stale/reasons';
import { listed } from '../../../text/listed';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The partials in docs-partials are generated from the current structs',
	title: 'Partial out of date',
	titles: { missing: 'Partial missing' },
	severity: 'error',
	item: 'develop-and-test',
	stale: true,
	source: 'https://github.com/hashicorp/packer-plugin-sdk/tree/main/cmd/packer-sdc/internal/struct-markdown',
	messages: {
		field: '`{path}` is out of date: {fields} changed since it was generated. Run `{command}`.',
		partial: '`{path}` is out of date with `{source}`. Run `{command}`.',
		missing: '`{path}` is missing, which `packer-sdc` generates from this struct. Run `{command}`.',
	},

	*check(read) {
		if (!read(isDirectory, 'docs-partials')) return;
		for (const source of new Set(read(directives).map(({ path }) => path))) {
			for (const file of read(partialStaleness, source).files) {
				if (file.state === 'same' || file.ignored) continue;
				const reasons = reasonsOf(read, file);
				const items = reasons.filter(({ kind }) => kind === 'item');
				const [first] = [...items, ...reasons];
				if (first === undefined) continue;
				const fields = listed([...new Set(items.flatMap(({ fields }) => fields ?? []))]);
				const others = reasons.filter(reason => reason !== first).map(({ place }) => ({ at: place, message: 'Out of date' }));
				const related = items.length === 0 && file.state === 'stale' ? [{ at: at(source), message: 'Generated from this file' }] : others;
				const message = file.state === 'missing' ? 'missing' : items.length > 0 ? 'field' : 'partial';
				yield { at: first.place, message, data: { path: file.path, source, fields, command: read(generateCommand) }, related, ...regeneration(read, file) };
			}
		}
	},
});
