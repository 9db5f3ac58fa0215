import assert from 'node:assert/strict';
import { newPlugin } from '../../server/src/scaffold/plugin';
import { made } from '../scaffold/support';
import { grammars } from '../support/grammars';
import { cli } from './fake';

/** A new plugin whose metadata.hcl does not list its builder, which no rule reports, as the one that would is turned off. */
async function unlisted(): Promise<Record<string, string>> {
	const { files } = made(newPlugin({ name: 'acme', owner: 'acme' }, await grammars()));
	const texts = Object.fromEntries(files.map(({ path, text }) => [`/w/${path}`, text]));
	const metadata = texts['/w/.web-docs/metadata.hcl'] ?? '';
	const without = metadata.replace(/^ {2}component \{[^}]*\}\n/m, '');
	assert.notEqual(without, metadata);
	const settings = 'rules:\n  webdocs/component-unlisted: off\n';
	return { ...texts, '/w/.web-docs/metadata.hcl': without, '/w/.packer-readiness.yml': settings };
}

const why = '`.web-docs/components/builder/acme/README.md` is not published, because `.web-docs/metadata.hcl` does not list the component.';

describe('an item of the checklist that files keep open without a finding', () => {
	it('says why at a terminal', async () => {
		const { out } = await cli('check', await unlisted());
		const lines = out.split('\n');
		const at = lines.findIndex(line => line.endsWith('[ ] Make the documentation ready to register as an integration'));
		assert.equal(lines[at + 1]?.trim(), why);
	});

	it('says why in Markdown', async () => {
		const { out } = await cli('check --format markdown', await unlisted());
		assert.ok(out.includes(`- [ ] Make the documentation ready to register as an integration: ${why}`), out);
	});

	it('says nothing of what a person ticks', async () => {
		const { out } = await cli('check', await unlisted());
		assert.doesNotMatch(out, /Check the box|then check the box/);
	});
});
