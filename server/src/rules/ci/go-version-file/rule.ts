import { defineRule } from '../../../engine/rule';
import { lostVersionFiles } from '../../../facts/ci/goVersionFile';
import type { Read } from '../../../facts/core/database';
import { goMod } from '../../../facts/plugin/module';
import { create, replace } from '../../../text/edit';

export default defineRule({
	summary: 'The file that workflows read the Go version from exists',
	title: 'Go version file missing',
	severity: 'error',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/.github/workflows/release.yml',
	messages: { missing: '`{file}` does not exist, and this step reads the Go version from it.' },

	*check(read) {
		for (const { file, place, setup } of read(lostVersionFiles)) yield { at: place, message: 'missing', data: { file }, ...fix(read, file, setup, place) };
	},
});

/** Has setup-go read go.mod, or makes the file that scripts read with the version that go.mod asks for. */
function fix(read: Read, file: string, setup: boolean, place: Parameters<typeof replace>[0]) {
	const version = read(goMod)?.go?.version;
	if (version === undefined) return {};
	if (setup) return { fix: { title: 'Use go.mod', kind: 'safe' as const, edits: [replace(place, 'go.mod')] } };
	return { fix: { title: `Create ${file}`, kind: 'offer' as const, edits: [create(file.replace(/^\.\//, ''), `${version}\n`)] } };
}
