import { defineRule } from '../../../engine/rule';
import { collision, reason, stops } from '../../../facts/release/stops';

export default defineRule({
	summary: 'Each archive of a release has a name of its own and as many binaries as the others',
	title: 'Archives collide',
	titles: { count: 'Binaries per platform differ' },
	severity: 'error',
	item: 'address-feedback',
	source: 'https://goreleaser.com/errors/multiple-binaries-archive/',
	messages: {
		archive: 'Two archives would have the same name, so GoReleaser stops: `{said}`.',
		entry: 'An archive would hold two files of the same name, so GoReleaser stops: `{said}`.',
		count: 'Some platforms have more binaries than others, so GoReleaser stops: `{said}`.',
	},

	*check(read) {
		for (const stop of read(stops)) {
			const message = collision(stop);
			if (message !== undefined) return yield { at: stop.place, message, data: { said: reason(stop) } };
		}
	},
});
