import { defineRule } from '../../../engine/rule';
import { unknownFlags } from '../../../facts/release/goreleaser/flags';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'GoReleaser knows every flag that the release workflow passes',
	title: 'Unknown GoReleaser flag',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://goreleaser.com/deprecations/#-rm-dist',
	messages: {
		removed: 'GoReleaser {major} has no flag `{flag}`, so the release stops: `unknown flag: {flag}`. Use `{instead}`.',
		unknown: 'GoReleaser {major} has no flag `{flag}`, so the release stops: `unknown flag: {flag}`.',
	},

	*check(read) {
		for (const { flag, major, place, exact, instead, installed } of read(unknownFlags))
			yield {
				at: place,
				message: instead === undefined ? 'unknown' : 'removed',
				data: { flag, major: String(major), instead: instead ?? '' },
				related: [{ at: installed, message: `GoReleaser ${major} is installed here` }],
				...(instead !== undefined && exact ? { fix: { title: `Replace with ${instead}`, kind: 'safe' as const, edits: [replace(place, instead)] } } : {}),
			};
	},
});
