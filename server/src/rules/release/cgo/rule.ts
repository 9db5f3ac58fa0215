import { defineRule } from '../../../engine/rule';
import { cgoBuild, withoutCgo } from '../../../facts/release/cgo';

export default defineRule({
	summary: 'Releases are built without cgo',
	title: 'Built with cgo',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.goreleaser.yml',
	threads: ['https://github.com/hashicorp/packer/issues/12749'],
	messages: { on: 'Without `CGO_ENABLED=0` the binary for {platform} needs the C library of the runner, and does not start on Alpine Linux.' },

	*check(read) {
		const found = read(cgoBuild);
		if (found === undefined) return;
		const edits = withoutCgo(read);
		const fix = { title: 'Set CGO_ENABLED=0', kind: 'offer' as const, edits };
		yield { at: found.place, message: 'on', data: { platform: found.platform }, ...(edits.length > 0 ? { fix } : {}) };
	},
});
