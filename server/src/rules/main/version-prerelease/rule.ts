import { defineRule } from '../../../engine/rule';
import { oddPrerelease } from '../../../facts/plugin/prerelease';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'The prerelease of the version is empty or dev',
	title: 'Prerelease not accepted',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/plugin-load-spec',
	threads: ['https://github.com/veertuinc/packer-plugin-veertu-anka/issues/163'],
	messages: { odd: 'Packer takes no other prerelease than `dev`: `packer plugins install --path` rejects a plugin that reports `-{prerelease}`.' },

	*check(read) {
		const found = read(oddPrerelease);
		if (found === undefined) return;
		const { prerelease, place, literal } = found;
		const fix = { title: 'Change to dev', kind: 'offer' as const, edits: [replace(place, '"dev"')] };
		yield { at: place, message: 'odd', data: { prerelease }, ...(literal ? { fix } : {}) };
	},
});
