import { defineRule } from '../../../engine/rule';
import { corrected, optionName } from '../../../facts/release/goreleaser/corrections';
import type { Mistake } from '../../../facts/release/goreleaser/decode';
import { refusal } from '../../../facts/release/goreleaser/refusal';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'GoReleaser knows every option of its config',
	title: 'Unknown GoReleaser option',
	titles: { version: 'Config for other GoReleaser', type: 'GoReleaser option type' },
	severity: 'error',
	item: 'address-feedback',
	source: 'https://goreleaser.com/deprecations/#removed-in-v2',
	threads: ['https://github.com/digitalocean/packer-plugin-digitalocean/issues/74', 'https://github.com/vatesfr/packer-plugin-xenserver/issues/40'],
	messages: {
		option: 'GoReleaser {major} has no option `{option}`, so the release stops: `{said}`.',
		optionAndVersion: 'GoReleaser 2 requires `version: 2` and has no option `{option}`: `{said}`.',
		type: '`{option}` must be {wanted}, so GoReleaser {major} stops the release: `{said}`.',
		version: 'The release workflow installs GoReleaser 1, which stops: `{said}`.',
	},

	*check(read) {
		const found = read(refusal);
		if (found === undefined) return;
		const { path, run, because, mistakes, said, version } = found;
		const installs = { at: run.place, message: `GoReleaser ${run.major} is installed here` };
		const [first, ...others] = mistakes;
		if (because === 'version' || first === undefined) {
			yield { at: version ?? at(path), message: 'version', data: { said }, related: [installs] };
			return;
		}
		const edits = corrected(read, found);
		yield {
			at: at(path, first.node),
			message: first.kind === 'type' ? 'type' : version === undefined && run.major === 2 ? 'optionAndVersion' : 'option',
			data: { major: String(run.major), option: optionName(first), said, wanted: first.kind === 'type' ? name(first.wanted) : '' },
			related: [...others.map(other => ({ at: at(path, other.node), message: explained(other) })), installs],
			...(edits ? { fix: { title: 'Update config to GoReleaser 2', kind: 'safe' as const, edits } } : {}),
		};
	},
});

/** A type as a person calls it. */
const name = (type: string): string =>
	type.startsWith('[]') ? 'a list' : type.startsWith('{}') || /^[A-Z]/.test(type) ? 'a mapping' : type === 'bool' ? '`true` or `false`' : `a ${type}`;

const explained = (mistake: Mistake): string =>
	mistake.kind === 'unknown' ? `Unknown option \`${optionName(mistake)}\`` : `\`${mistake.option}\` must be ${name(mistake.wanted)}`;
