import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import type { LinkerFlag } from '../../../facts/release/linker';
import { linkedTarget, lostFlags, shortTarget } from '../../../facts/release/stamping';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Linker flags set variables that hold the version',
	title: 'Linker flag without effect',
	titles: { stuck: 'Releases report same version' },
	severity: 'error',
	severities: { source: 'warning', useless: 'warning' },
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/plugins.go',
	threads: ['https://github.com/ivoronin/packer-plugin-sshkey/issues/64', 'https://github.com/veertuinc/packer-plugin-veertu-anka/issues/163'],
	messages: {
		prerelease: '{flags} no effect: {why}. Release 1.2.3 reports `{version}`, which `packer init` rejects.',
		stuck: '{flags} no effect: {why}. Every release reports `{version}`, so `packer init` rejects all others.',
		source: '{flags} no effect: {why}. Releases report the version in the source, now `{version}`.',
		useless: '{flags} no effect: {why}.',
	},

	*check(read) {
		const { flags = [], reported } = read(lostFlags) ?? {};
		const [first, ...others] = flags;
		if (first === undefined) return;
		const rights = flags.map(({ build, stamp }) => linkedTarget(read, build.main, stamp));
		const names = rights.map(right => right?.replace('{{ .ModulePath }}/', ''));
		const edits = flags.flatMap(({ place }, i) => (rights[i] === undefined ? [] : [replace(place, rights[i])]));
		const fixable = rights.every(right => right !== undefined) && flags.every(({ place }) => place.from !== undefined);
		const more = others.length === 0 ? ' has' : ` and ${others.length} more ${others.length === 1 ? 'flag' : 'flags'} have`;
		yield {
			at: first.place,
			message: reported === undefined || reported.kind === 'right' ? 'useless' : reported.kind,
			data: { flags: `\`-X ${shortTarget(read, first.target)}\`${more}`, why: why(read, first), version: reported?.text ?? '' },
			related: others.map(({ place, target }) => ({ at: place, message: `\`-X ${shortTarget(read, target)}\` has no effect` })),
			...(fixable ? { fix: { title: `Set ${[...new Set(names)].join(' and ')}`, kind: 'safe' as const, edits } } : {}),
		};
	},
});

function why(read: Read, { target, effect }: LinkerFlag): string {
	const dot = target.lastIndexOf('.');
	const [path, name] = [target.slice(0, dot), target.slice(dot + 1)];
	switch (effect) {
		case 'no-package':
			return `the plugin has no package \`${shortTarget(read, path)}\``;
		case 'constant':
			return `\`${name}\` is a constant`;
		case 'not-string':
			return `\`${name}\` is not a string`;
		case 'computed':
			return `\`${name}\` is set again when the plugin starts`;
		default:
			return `package \`${shortTarget(read, path)}\` has no variable \`${name}\``;
	}
}
