import { defineRule } from '../../../engine/rule';
import { collision, reason, stops } from '../../../facts/release/stops';

export default defineRule({
	summary: 'GoReleaser can carry out its config',
	title: 'GoReleaser stops',
	titles: { variable: 'Variable not set' },
	severity: 'error',
	item: 'address-feedback',
	source: 'https://goreleaser.com/customization/',
	messages: {
		stops: 'GoReleaser stops here: `{said}`.',
		variable: 'Variable `{variable}` is not set, so GoReleaser stops here: `{said}`.',
	},

	*check(read) {
		for (const stop of read(stops)) {
			if (collision(stop) !== undefined || stop.signing) continue;
			const { place, missing } = stop;
			// release/api-version says it of the variable that names need.
			if (missing === 'API_VERSION') continue;
			yield { at: place, message: missing === undefined ? 'stops' : 'variable', data: { said: reason(stop), variable: missing ?? '' } };
		}
	},
});
