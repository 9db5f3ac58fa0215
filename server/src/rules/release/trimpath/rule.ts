import { defineRule } from '../../../engine/rule';
import { trimming, untrimmed } from '../../../facts/release/trimpath';

export default defineRule({
	summary: 'Release binaries do not hold the paths of the machine that builds them',
	title: 'Flag -trimpath missing',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://goreleaser.com/blog/reproducible-builds/',
	messages: {
		one: 'Build lacks `-trimpath`, so its binaries hold paths of the runner and nobody can reproduce them elsewhere.',
		several: '{count} builds lack `-trimpath`, so their binaries hold paths of the runner and nobody can reproduce them elsewhere.',
	},

	*check(read) {
		const [first, ...others] = read(untrimmed);
		if (first === undefined) return;
		const edits = trimming(read);
		yield {
			at: first,
			message: others.length === 0 ? 'one' : 'several',
			data: { count: String(others.length + 1) },
			related: others.map(at => ({ at, message: 'Lacks it, too' })),
			...(edits.length > 0 ? { fix: { title: 'Add -trimpath', kind: 'safe' as const, edits } } : {}),
		};
	},
});
