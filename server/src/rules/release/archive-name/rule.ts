import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { addKey, addSection, asMap, setTemplate } from '../../../facts/release/edits';
import { archiveNames, wrongNames } from '../../../facts/release/names';
import { formatsOn } from '../../../facts/release/plan/archives';
import type { PlannedArchive } from '../../../facts/release/plan/asset';
import { rightTemplate } from '../../../facts/release/rightNames';

export default defineRule({
	summary: 'Release archives have the names that Packer requires',
	title: 'Archive name',
	titles: { default: 'Archive name not set' },
	severity: 'error',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/github/getter.go',
	threads: [
		'https://github.com/rgl/packer-plugin-windows-update/pull/84',
		'https://github.com/vatesfr/packer-plugin-xenserver/issues/40',
		'https://github.com/vultr/packer-plugin-vultr/issues/24',
		'https://github.com/vultr/packer-plugin-vultr/issues/388',
	],
	messages: {
		wrong: 'Archive for {platform} would be `{name}`, but `packer init` requires `{expected}`.',
		default: 'Without `name_template`, {platform} gets `{name}`. `packer init` requires `{expected}`.',
	},

	*check(read) {
		for (const { of, template, templates, text, expected, target } of wrongNames(read(archiveNames))) {
			const [first] = of;
			if (target === undefined || first === undefined) continue;
			const [format = 'zip'] = formatsOn(first, target.os);
			yield {
				at: template.place,
				message: template.scalar ? 'wrong' : 'default',
				data: { platform: `${target.os}/${target.arch}`, name: format === 'binary' ? text : `${text}.${format}`, expected: `${expected}.zip` },
				related: templates.slice(1).map(({ place }) => ({ at: place, message: 'The same archive name' })),
				fix: { title: 'Set archive name', kind: 'safe', edits: read => of.flatMap(archive => edits(read, archive)) },
			};
		}
	},
});

function edits(read: Read, { name, node, place }: PlannedArchive) {
	const right = rightTemplate(read);
	if (name.scalar) return setTemplate(read, name, right);
	const item = asMap(node);
	if (item) return addKey(read, place.path, item, 'name_template', right);
	return addSection(read, place.path, `archives:\n  - formats: [zip]\n    files: [none*]\n    name_template: '${right}'\n`);
}
