import { defineRule } from '../../../engine/rule';
import { outputCommands } from '../../../facts/ci/outputCommands';

export default defineRule({
	summary: 'Workflows write outputs to files, not to standard output',
	title: 'Deprecated workflow command',
	titles: { disabled: 'Disabled workflow command' },
	severity: 'warning',
	severities: { disabled: 'error' },
	item: 'address-feedback',
	source:
		'https://docs.github.com/en/actions/writing-workflows/choosing-what-your-workflow-does/workflow-commands-for-github-actions#setting-an-output-parameter',
	messages: {
		deprecated: '`::{command}` is deprecated: GitHub warns about it in every run and plans to disable it. Write to `${file}`.',
		disabled: '`::{command}` is disabled, so the step fails. Write to `${file}`.',
	},

	*check(read) {
		const all = read(outputCommands);
		for (const path of new Set(all.map(({ place }) => place.path)))
			for (const disabled of [false, true]) {
				const [first, ...others] = all.filter(one => one.place.path === path && /^(?:set-env|add-path)$/.test(one.command) === disabled);
				if (first === undefined) continue;
				const edits = [first, ...others].map(one => one.edits);
				const fixable = edits.every(one => one !== undefined);
				yield {
					at: first.place,
					message: disabled ? 'disabled' : 'deprecated',
					data: { command: first.command, file: fileOf[first.command] },
					related: others.map(({ place, command }) => ({ at: place, message: `\`::${command}\`, too` })),
					...(fixable ? { fix: { title: `Use $${fileOf[first.command]}`, kind: 'safe' as const, edits: edits.flatMap(one => one ?? []) } } : {}),
				};
			}
	},
});

const fileOf = { 'set-output': 'GITHUB_OUTPUT', 'save-state': 'GITHUB_STATE', 'set-env': 'GITHUB_ENV', 'add-path': 'GITHUB_PATH' } as const;
