import { defineRule } from '../../../engine/rule';
import { type Included, includesOf, includingFiles, isFound, namesake } from '../../../generate/webdocs/includes';
import { rendering } from '../../../generate/webdocs/settings';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Every included partial exists',
	title: 'Included partial missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/tree/main/cmd/packer-sdc/internal/renderdocs',
	messages: {
		missing: '`{path}` is neither in `{partials}` nor a partial of `packer-sdc`, so `packer-sdc renderdocs` fails.',
	},

	*check(read) {
		const partials = read(rendering)?.partials;
		if (partials === undefined) return;
		const missing = new Map<string, Included[]>();
		for (const file of read(includingFiles)) {
			for (const included of read(includesOf, file).read) {
				const there = missing.get(included.path);
				if (there !== undefined) there.push(included);
				else if (isFound(read, included.path) === false) missing.set(included.path, [included]);
			}
		}
		for (const [path, [first, ...others]] of missing) {
			if (first === undefined) continue;
			const right = namesake(read, path);
			const edits = right === undefined ? [] : [first, ...others].map(({ pathPlace }) => replace(pathPlace, right));
			yield {
				at: first.pathPlace,
				message: 'missing',
				data: { path: path.length > 60 ? `…${path.slice(-59)}` : path, partials },
				related: others.map(({ pathPlace }) => ({ at: pathPlace, message: 'Included here, too' })),
				...(right === undefined ? {} : { fix: { title: 'Include the partial of that name', kind: 'offer', edits } }),
			};
		}
	},
});
