import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import type { Build } from '../../../facts/release/builds';
import { addKey, addSection, asMap, setTemplate } from '../../../facts/release/edits';
import { binaryNames, wrongNames } from '../../../facts/release/names';
import { rightTemplate } from '../../../facts/release/rightNames';

export default defineRule({
	summary: 'Binaries in release archives have the names that Packer requires',
	title: 'Binary name',
	titles: { default: 'Binary name not set' },
	severity: 'error',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/plugins.go',
	threads: ['https://github.com/vatesfr/packer-plugin-xenserver/pull/10'],
	messages: {
		wrong: 'Binary for {platform} would be `{name}`, but `packer init` requires `{expected}`.',
		default: 'Without `binary`, {platform} gets `{name}`. `packer init` requires `{expected}`.',
	},

	*check(read) {
		for (const { of, template, templates, text, expected, target } of wrongNames(read(binaryNames))) {
			if (target === undefined) continue;
			const extension = target.os === 'windows' ? '.exe' : '';
			yield {
				at: template.place,
				message: template.scalar ? 'wrong' : 'default',
				data: { platform: `${target.os}/${target.arch}`, name: text + extension, expected: expected + extension },
				related: templates.slice(1).map(({ place }) => ({ at: place, message: 'The same binary name' })),
				fix: { title: 'Set binary name', kind: 'safe', edits: read => of.flatMap(build => edits(read, build)) },
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
