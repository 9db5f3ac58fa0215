import { defineRule } from '../../../engine/rule';
import { oldVersionFile } from '../../../facts/ci/oldVersionFile';
import { isPlugin } from '../../../facts/plugin/plugin';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'The Go version of .go-version is not older than that of go.mod',
	title: 'Older Go in .go-version',
	severity: 'warning',
	severities: { stops: 'error' },
	item: 'address-feedback',
	source: 'https://go.dev/doc/toolchain',
	messages: {
		older: '`.go-version` has Go {said}, but `go.mod` requires {required}. Jobs that read `.go-version` start with a Go that is too old.',
		stops: '`.go-version` has Go {said}, but `go.mod` requires {required}. `actions/setup-go` lets Go download no other, so the job fails.',
	},

	*check(read) {
		const found = read(isPlugin) ? read(oldVersionFile) : undefined;
		if (found === undefined) return;
		const { place, said, required, stops } = found;
		yield {
			at: place,
			message: stops ? 'stops' : 'older',
			data: { said, required },
			related: stops ? [{ at: stops, message: 'Installs this version of Go' }] : [],
			fix: { title: `Change to ${required}`, kind: 'safe', edits: [replace(place, required)] },
		};
	},
});
