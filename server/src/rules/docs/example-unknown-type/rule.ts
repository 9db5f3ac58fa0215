import { defineRule } from '../../../engine/rule';
import { useKey } from '../../../facts/acctest/wordPlaces';
import { layout } from '../../../facts/docs/layout';
import { unknownInDocs } from '../../../facts/docs/unknownInDocs';
import { isPlugin } from '../../../facts/plugin/plugin';
import { unknownTypes } from '../../../facts/repo/examples';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Examples in the documentation use components that the plugin registers',
	title: 'Documented type not registered',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer/pull/4109',
	messages: {
		unknown: 'Example uses `{type}`, which the plugin does not register. `packer build` fails unless another plugin provides the type.',
		meant: 'Example uses `{type}`, which the plugin does not register, so `packer build` fails. Its {kind} is `{meant}`.',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		const inTemplates = new Set(read(unknownTypes).map(useKey)); // repo/example-unknown-type names the pages too
		for (const { meant, near, places, references, ...used } of read(unknownInDocs)) {
			const [first, ...others] = places;
			if (first === undefined || inTemplates.has(useKey(used))) continue;
			const related = others.map(at => ({ at, message: `Uses \`${used.type}\` too` }));
			const data = { type: used.type, kind: meant ? layout[meant.kind].noun : '', meant: meant?.fullName ?? '' };
			if (meant === undefined) yield { at: first, message: 'unknown', data, related };
			else {
				const edits = [...places, ...references].map(place => replace(place, meant.fullName));
				yield { at: first, message: 'meant', data, related, fix: { title: `Replace with ${meant.fullName}`, kind: near ? 'safe' : 'offer', edits } };
			}
		}
	},
});
