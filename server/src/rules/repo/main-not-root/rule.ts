import { defineRule } from '../../../engine/rule';
import { isPlugin } from '../../../facts/plugin/plugin';
import { rootBuilds } from '../../../facts/repo/rootBuilds';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Workflows and the Makefile build the package main where it is',
	title: 'Package main not at root',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.github/workflows/release.yml',
	messages: { root: '`{command}` fails, since the root of the module has no Go files. Build `{package}`, or move the package main to the root.' },

	*check(read) {
		const all = read(rootBuilds);
		const [first, ...others] = all;
		if (first === undefined || !read(isPlugin)) return;
		const dots = all.flatMap(({ dot }) => (dot === undefined ? [] : [dot]));
		const target = `./${first.dir}`;
		yield {
			at: first.place,
			message: 'root',
			data: { command: first.command, package: target },
			related: others.map(({ place, command }) => ({ at: place, message: `\`${command}\` fails here too` })),
			...(dots.length === all.length ? { fix: { title: `Use ${target}`, kind: 'offer' as const, edits: dots.map(dot => replace(dot, target)) } } : {}),
		};
	},
});
