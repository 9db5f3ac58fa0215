import { defineRule } from '../../../engine/rule';
import type { LinkerFlag } from '../../../facts/release/linker';
import { lostFlags, rightTarget, unstamped } from '../../../facts/release/stamping';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Linker flags set variables that hold the version',
	title: 'Linker flag without effect',
	severity: 'error',
	severities: { useless: 'warning' },
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/plugins.go',
	messages: {
		broken: '`-X {target}` does nothing, as {why}: the released plugin says that it is {version}, and Packer does not install it.',
		useless: '`-X {target}` does nothing, as {why}: the released plugin reports the version that stands in the source.',
	},

	*check(read) {
		const version = read(unstamped);
		for (const flag of read(lostFlags)) {
			const right = rightTarget(read, flag.build, flag.stamp);
			const fix = { title: `Set ${right}`, kind: 'safe' as const, edits: right === undefined ? [] : [replace(flag.place, right)] };
			yield {
				at: flag.place,
				message: version === undefined ? 'useless' : 'broken',
				data: { target: flag.target, why: why(flag), version: version ?? '' },
				...(right === undefined || flag.place.from === undefined ? {} : { fix }),
			};
		}
	},
});

function why({ target, effect }: LinkerFlag): string {
	const dot = target.lastIndexOf('.');
	const [path, name] = [target.slice(0, dot), target.slice(dot + 1)];
	switch (effect) {
		case 'no-package':
			return `no package \`${path}\` is linked into the plugin`;
		case 'constant':
			return `\`${name}\` is a constant`;
		case 'not-string':
			return `\`${name}\` is no string`;
		case 'computed':
			return `\`${name}\` gets its value when the plugin starts`;
		default:
			return `package \`${path}\` has no variable \`${name}\``;
	}
}
