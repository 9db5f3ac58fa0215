import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import type { Archive } from '../../../facts/release/builds';
import { addKey, addSection, asMap, setTemplate } from '../../../facts/release/edits';
import { archiveNames, wrongNames } from '../../../facts/release/names';
import { rightTemplate } from '../../../facts/release/rightNames';

export default defineRule({
	summary: 'Release archives are named as Packer looks for them',
	title: 'Archive name',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/github/getter.go',
	messages: {
		wrong: 'Version 1.2.3 for {platform} becomes `{name}`; `packer init` looks for `{expected}` and finds no release it can install.',
		default:
			'Without `name_template`, version 1.2.3 for {platform} becomes `{name}`; `packer init` looks for `{expected}` and finds no release it can install.',
	},

	*check(read) {
		for (const { of, template, text, expected, target } of wrongNames(read(archiveNames))) {
			if (target === undefined) continue;
			const formats = of.formats[target.os] ?? of.formats[''];
			yield {
				at: template.place,
				message: template.scalar ? 'wrong' : 'default',
				data: { platform: `${target.os}/${target.arch}`, name: `${text}.${formats[0] ?? 'zip'}`, expected: `${expected}.zip` },
				fix: { title: 'Name the archives as Packer looks for them', kind: 'safe', edits: read => edits(read, of) },
			};
		}
	},
});

function edits(read: Read, { name, node, place }: Archive) {
	const right = rightTemplate(read);
	if (name.scalar) return setTemplate(read, name, right);
	const item = asMap(node);
	if (item) return addKey(read, place.path, item, 'name_template', right);
	return addSection(read, place.path, `archives:\n  - formats: [zip]\n    files: [none*]\n    name_template: '${right}'\n`);
}
