import { defineRule } from '../../../engine/rule';
import { isPlugin } from '../../../facts/plugin/plugin';
import { missingSum } from '../../../facts/plugin/sums';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The repository has a go.sum',
	title: 'go.sum missing',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://go.dev/ref/mod#go-sum-files',
	messages: {
		ignored: '`.gitignore` excludes `go.sum`, so `go build` fails in a clone. Remove the line, run `go mod tidy` and commit `go.sum`.',
		built: '`go.sum` is missing, so a workflow that builds the plugin fails. Run `go mod tidy` and commit `go.sum`.',
	},

	*check(read) {
		const why = read(missingSum);
		if (why !== undefined && read(isPlugin)) yield { at: at('go.mod'), message: why };
	},
});
