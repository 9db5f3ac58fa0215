import type { Read } from '../facts/core/database';
import { text } from '../facts/core/files';
import { layout } from '../facts/docs/layout';
import { components } from '../facts/plugin/components';
import { metadata } from '../facts/webdocs/metadata';
import { componentBlock, metadataFile } from '../facts/webdocs/newFiles';
import { metadataPath } from '../facts/webdocs/paths';
import { type Edit, insertLineAfter } from '../text/edit';
import type { Part, Plugin } from './part';

/** metadata.hcl of a new plugin, with its address and license; flagged for HCP Packer if it has a builder, since ours support it. */
export function metadataWith(read: Read, { name, owner }: Plugin, parts: readonly Part[]): string {
	const repository = `https://github.com/${owner}/packer-plugin-${name}`;
	const more = [
		...(parts.some(p => p.kind === 'builder') ? ['  flags       = ["hcp-ready"]'] : []),
		'  docs {',
		'    process_docs    = true',
		'    readme_location = "./README.md"',
		`    external_url    = "${repository}"`,
		'  }',
		'  license {',
		'    type = "MPL-2.0"',
		`    url  = "${repository}/blob/main/LICENSE"`,
		'  }',
	];
	return (metadataFile(read) ?? '').replace(/(\n {2}identifier .*\n)/, `$1${more.join('\n')}\n`);
}

/** The edits that add a component to metadata.hcl; the first builder adds the flag for HCP Packer. Empty if the file is not valid. */
export function publishing(read: Read, { kind, title, slug }: Part): Edit[] {
	const said = read(metadata);
	const last = said?.components.findLast(block => !block.oneLine)?.whole ?? said?.license?.whole ?? said?.docs?.whole ?? said?.identifier?.place;
	if (said === undefined || said.oneLine || last === undefined) return [];
	const block = insertLineAfter(last, componentBlock(layout[kind].web, title, slug).replace(/^ {2}/gm, ''));
	if (kind !== 'builder' || said.flags || !said.identifier || read(components).some(c => c.kind === 'builder')) return [block];
	const width = /^[ \t]*(identifier[ \t]*)=/m.exec(read(text, metadataPath) ?? '')?.[1]?.length ?? 0;
	return [insertLineAfter(said.identifier.place, `${'flags'.padEnd(width)}= ["hcp-ready"]`), block];
}
