import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import type { Build } from '../../../facts/release/builds';
import { addKey, addSection, asMap, setTemplate } from '../../../facts/release/edits';
import { binaryNames, wrongNames } from '../../../facts/release/names';
import { rightTemplate } from '../../../facts/release/rightNames';

export default defineRule({
	summary: 'The binary in a release archive is named as Packer looks for it',
	title: 'Binary name',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/plugins.go',
	messages: {
		wrong: 'The archive of version 1.2.3 for {platform} holds `{name}`; `packer init` opens it, looks for `{expected}` and fails.',
		default: 'Without `binary`, the archive of version 1.2.3 for {platform} holds `{name}`; `packer init` opens it, looks for `{expected}` and fails.',
	},

	*check(read) {
		for (const { of, template, text, expected, target } of wrongNames(read(binaryNames))) {
			if (target === undefined) continue;
			const extension = target.os === 'windows' ? '.exe' : '';
			yield {
				at: template.place,
				message: template.scalar ? 'wrong' : 'default',
				data: { platform: `${target.os}/${target.arch}`, name: text + extension, expected: expected + extension },
				fix: { title: 'Name the binary as Packer looks for it', kind: 'safe', edits: read => edits(read, of) },
			};
		}
	},
});

function edits(read: Read, { binary, node, place }: Build) {
	const right = rightTemplate(read);
	if (binary.scalar) return setTemplate(read, binary, right);
	const item = asMap(node);
	if (item) return addKey(read, place.path, item, 'binary', right);
	return addSection(read, place.path, `builds:\n  - env: [CGO_ENABLED=0]\n    binary: '${right}'\n`);
}
