import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { text } from '../../../facts/core/files';
import { hclSpans } from '../../../facts/webdocs/hcl';
import { metadata } from '../../../facts/webdocs/metadata';
import { metadataPath } from '../../../facts/webdocs/paths';
import { schemaProblems } from '../../../facts/webdocs/schema';
import { type UnknownKey, unknownKeys } from '../../../facts/webdocs/unknownKeys';
import { type Edit, insertAfter, insertLineAfter, removeLines, replace } from '../../../text/edit';
import { spanOf } from '../../../text/nodes';
import type { Place } from '../../../text/place';

export default defineRule({
	summary: 'metadata.hcl has only attributes and blocks that the portal reads',
	title: 'Unknown key in metadata.hcl',
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/web-platform-packages/blob/main/packages/integrations-hcl/strategies/default/metadata.hcl.ts',
	messages: {
		unknown: '`{name}` is not in the schema of `{parent}`, so the portal ignores it.',
		meant: '`{name}` is not in the schema of `{parent}`, so the portal ignores it. Rename it to `{meant}`.',
		belongs: '`{name}` belongs in the `{block}` block. The portal ignores it in `{parent}`.',
		flag: '`{name}` is not in the schema of `{parent}`, so the portal ignores it. Add `{flag}` to `flags`.',
	},

	*check(read) {
		const keys = read(unknownKeys).filter(key => !isReported(read, key));
		const same = (a: UnknownKey, b: UnknownKey) => a.parent === b.parent && a.name === b.name && a.isBlock === b.isBlock;
		for (const [i, first] of keys.entries()) {
			if (keys.slice(0, i).some(before => same(before, first))) continue;
			const others = keys.slice(i + 1).filter(other => same(other, first));
			const { name, parent, meant, belongs, flag } = first;
			const message = flag !== undefined ? 'flag' : meant !== undefined ? 'meant' : belongs !== undefined ? 'belongs' : 'unknown';
			const related = others.map(({ at }) => ({ at, message: `Another \`${name}\`` }));
			const data = { name, parent, meant: meant ?? '', block: belongs?.type ?? '', flag: flag ?? '' };
			yield { at: first.at, message, data, related, ...fixOf(read, first, others) };
		}
	},
});

/** Whether webdocs/metadata-schema reports that the attribute which was meant is missing; its fix renames this one. */
const isReported = (read: Read, { meant, block }: UnknownKey): boolean =>
	meant !== undefined &&
	read(schemaProblems).some(({ name, block: without }) => name === meant && without !== undefined && without.header.node === block?.header.node);

function fixOf(read: Read, first: UnknownKey, others: readonly UnknownKey[]) {
	const all = [first, ...others];
	const { name, meant, belongs, flag, block } = first;
	if (meant !== undefined && (others.length === 0 || all.every(one => one.meant === meant)))
		return offer(
			`Rename to ${meant}`,
			all.map(one => replace(one.at, meant)),
		);
	if (all.some(one => one.block?.oneLine)) return {}; // the line is that of the block, too
	if (belongs !== undefined) {
		const target = belongs.block;
		if (target === undefined || target.oneLine || first.isBlock || others.length > 0) return {};
		const edits = (read: Read): Edit[] => [insertLineAfter(target.header, `  ${written(read, first.whole)}`), removeLines(first.whole)];
		return offer(`Move to ${belongs.type}`, edits);
	}
	if (flag !== undefined && others.length === 0) {
		const flags = read(metadata)?.flags;
		if (flags === undefined && block !== undefined) return offer(`Change to flags = ["${flag}"]`, [replace(first.whole, `flags = ["${flag}"]`)]);
		const last = flags?.items.at(-1);
		if (last !== undefined && !flags?.items.some(({ value }) => value === flag))
			return offer(`Add ${flag} to flags`, [insertAfter(last.place, `, "${flag}"`), removeLines(first.whole)]);
	}
	return offer(
		`Remove ${name}`,
		all.map(({ whole }) => removeLines(whole)),
	);
}

const offer = (title: string, edits: readonly Edit[] | ((read: Read) => readonly Edit[])) => ({ fix: { title, kind: 'offer' as const, edits } });

/** The source of an attribute. */
function written(read: Read, { node }: Place): string {
	const span = node === undefined ? undefined : spanOf(read(hclSpans, metadataPath) ?? [], node);
	return span === undefined ? '' : (read(text, metadataPath) ?? '').slice(span.start, span.end);
}
