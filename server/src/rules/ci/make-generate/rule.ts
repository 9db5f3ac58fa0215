import { defineRule } from '../../../engine/rule';
import { generateDefect } from '../../../facts/ci/makeGenerate';
import { isPlugin } from '../../../facts/plugin/plugin';

export default defineRule({
	summary: 'The `generate` target compiles the documentation after the code is generated',
	title: 'Documentation not compiled',
	titles: { early: 'Documentation rendered too early', left: 'Rendered documentation left behind' },
	severity: 'warning',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	threads: [
		'https://github.com/Parallels/packer-plugin-parallels/pull/94',
		'https://github.com/ivoronin/packer-plugin-sshkey/pull/5',
		'https://github.com/veertuinc/packer-plugin-veertu-anka/pull/162',
	],
	messages: {
		missing: '`make generate` does not run `compile-to-webdocs.sh`, and no other command does. The pages in `.web-docs` stay as they are.',
		misplaced: '`make generate` does not compile the documentation. The commands are in the recipe of `{target}`.',
		early: '`make generate` renders the documentation before `go generate`, so the pages show the partials of the run before.',
		left: '`make generate` leaves `.docs`, which git does not ignore. Checks for a clean work tree fail after it.',
	},

	*check(read) {
		const found = read(isPlugin) ? read(generateDefect) : undefined;
		if (found === undefined) return;
		const { kind, place, elsewhere, edits } = found;
		yield {
			at: place,
			message: kind,
			data: { target: elsewhere?.target ?? '' },
			related: elsewhere ? [{ at: elsewhere.place, message: 'Compiled here' }] : [],
			...(edits ? { fix: { title: titles[kind], kind: 'offer' as const, edits } } : {}),
		};
	},
});

const titles = {
	missing: 'Add documentation commands',
	misplaced: 'Move commands to generate',
	early: 'Move commands to the end',
	left: 'Remove .docs',
} as const;
