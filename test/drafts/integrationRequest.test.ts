import assert from 'node:assert/strict';
import { type Change, clean, drafted, files, finding, rules, sent } from './happycloud';

/** By the template of hashicorp/packer (.github/ISSUE_TEMPLATE/plugin_integration.md), whose link really is spelled so. */
const boxes = [
	'Has valid [`metadata.hcl`](https://github.com/hashicorp/integration-template) file in plugin repository.',
	'Has added integration scripts [packer-plugin-scaffolding](https://github.com/hashicorp/packer-plugin-scoffolding) to plugin repository.',
	'Has added top-level integration README.md file to plugin `docs` directory.',
	'All plugins components have one README.md describing their usage.',
	'Has a fully synced `.web-docs` directory ready for publishing to the integrations portal.',
];

const golden = `#### Description

Build images for HappyCloud.

Repository: https://github.com/acme/packer-plugin-happycloud

Components:
- builder \`happycloud\`
- data source \`happycloud-image\`

Install source: \`github.com/acme/happycloud\`
Latest release: v1.10.0

#### Integration Tier

Community

#### Checklist
${boxes.map(box => `- [x] ${box}`).join('\n')}
`;

const metadata = files['.web-docs/metadata.hcl'] as string;
const compiled = {
	'docs/builders/happycloud.mdx': '---\npage_title: x\n---\n\n# X\n\nText.\n',
	'docs/datasources/image.mdx': '---\npage_title: x\n---\n\n# X\n\nText.\n',
};

const unticked: ReadonlyArray<readonly [does: string, box: number, change: Change, reason: RegExp]> = [
	['no metadata.hcl', 1, { files: { '.web-docs/metadata.hcl': undefined } }, /`\.web-docs\/metadata\.hcl` is missing/],
	['metadata.hcl that cannot be parsed', 1, { files: { '.web-docs/metadata.hcl': 'integration {' } }, /could not be read as an integration/],
	[
		'a finding of its rules',
		1,
		{ report: { ...clean, findings: [finding({ rule: 'webdocs/flags', message: 'No such flag.' })] } },
		/No such flag\. \(`webdocs\/flags`, main\.go:1\)/,
	],
	['a rule that it needs was not run', 1, { rules: rules.filter(rule => rule !== 'webdocs/metadata-schema') }, /Rule `webdocs\/metadata-schema` did not run/],
	['a rule that failed', 1, { report: { ...clean, failures: [{ rule: 'webdocs/identifier', message: 'm' }] } }, /Rule `webdocs\/identifier` failed/],
	[
		'a finding that is suppressed',
		1,
		{ report: { ...clean, findings: [finding({ rule: 'webdocs/identifier', suppressed: { how: 'config', reason: 'it moves' } })] } },
		/suppressed: it moves/,
	],
	['no workflow that notifies the portal', 2, { files: { '.github/workflows/notify.yaml': undefined } }, /No workflow notifies the portal of a release/],
	[
		'a workflow that cannot be read',
		2,
		{ report: { ...clean, unreadable: [{ path: '.github/workflows/x.yml', reason: 'r' }] } },
		/`\.github\/workflows\/x\.yml` could not be read/,
	],
	['no script, with pages to compile', 2, { files: compiled }, /`\.web-docs\/scripts\/compile-to-webdocs\.sh` is missing/],
	['no docs/README.md', 3, { files: { 'docs/README.md': undefined } }, /`docs\/README\.md` is missing or empty/],
	['an empty docs/README.md', 3, { files: { 'docs/README.md': '\n\n' } }, /`docs\/README\.md` is missing or empty/],
	[
		'a component without README.md',
		4,
		{ files: { '.web-docs/components/data-source/image/README.md': undefined } },
		/has no README\.md for data source `happycloud-image`/,
	],
	[
		'a README.md that metadata.hcl does not list',
		4,
		{ files: { '.web-docs/metadata.hcl': metadata.replace('slug = "image"', 'slug = "picture"') } },
		/README\.md` is not published, because `\.web-docs\/metadata\.hcl` does not list the component/,
	],
	['no component', 4, { files: { 'main.go': 'package main\nfunc main() {}\n' } }, /No component is registered/],
	['a component whose name is not known', 4, { files: { 'main.go': files['main.go']?.replace('"image", new', 'os.Args[0], new') } }, /known only at run time/],
	[
		'no .web-docs',
		5,
		{ files: Object.fromEntries(Object.keys(files).flatMap(path => (path.startsWith('.web-docs/') ? [[path, undefined]] : []))) },
		/Directory `\.web-docs` is missing/,
	],
	['pages that nothing compiles', 5, { files: compiled }, /whether it is in sync is unknown/],
	[
		'documentation in another place',
		5,
		{
			files: {
				'.web-docs/metadata.hcl': metadata.replace(
					'integration {',
					'integration {\n  docs {\n    process_docs = false\n    external_url = "https://example.com"\n  }',
				),
			},
		},
		/disables `process_docs`/,
	],
];

describe('integration request', () => {
	it("is today's template, filled in, with every box ticked where nothing speaks against it", async () => {
		const { title, text, language } = await drafted('integration-request', { target: 'community' });
		assert.equal(title, 'Plugin integration request: HappyCloud (acme/packer-plugin-happycloud)');
		assert.equal(text, golden);
		assert.equal(language, 'markdown');
	});

	for (const [does, box, change, reason] of unticked)
		it(`leaves box ${box} open, and says why beside the text: ${does}`, async () => {
			const { text, notices } = await drafted('integration-request', change);
			assert.ok(text.includes(`- [ ] ${boxes[box - 1]}`), text);
			assert.doesNotMatch(text, reason);
			assert.match(notices.map(({ message }) => message).join('\n'), reason);
		});

	it('leaves no box open for advice alone', async () => {
		const { text } = await drafted('integration-request', {
			target: 'community',
			report: { ...clean, findings: [finding({ rule: 'webdocs/flags', severity: 'info' })] },
		});
		assert.equal(text, golden);
	});

	it('counts reasons beyond the first few', async () => {
		const findings = ['a', 'b', 'c', 'd', 'e'].map(name => finding({ rule: 'webdocs/leftover', message: `${name}.` }));
		const { notices } = await drafted('integration-request', { report: { ...clean, findings } });
		assert.match(notices[1]?.message ?? '', /^Box not ticked, valid `metadata\.hcl`: a\. .* c\. \(`webdocs\/leftover`, main\.go:1\) 2 more\.$/);
	});

	it('says the tier by who the plugin is submitted as', async () => {
		const tier = async (change: Change) => /#### Integration Tier\n\n(.*)\n/.exec((await drafted('integration-request', change)).text)?.[1];
		assert.equal(await tier({ target: 'community' }), 'Community');
		assert.equal(await tier({ target: 'partner' }), 'Partner: TODO(company name as listed on https://www.hashicorp.com/partners/find-a-partner)');
	});

	it('warns first that errors remain, then that the partner agreement is not recorded', async () => {
		const findings = [finding({ rule: 'acctest/missing' }), finding({ rule: 'acctest/missing', message: 'Other.' })];
		const of = async (change: Change) => (await drafted('integration-request', change)).notices.map(({ severity, message }) => `${severity}: ${message}`);
		assert.deepEqual(await of({ target: 'community', report: { ...clean, findings } }), ['error: 2 errors remain. Fix them before you send.']);
		const ticks = { 'partner-agreement': { state: 'done', at: '2026-01-02' } } as const;
		assert.deepEqual(await of({ target: 'partner', recorded: { ticks } }), []);
		const [partner = '', ...others] = await of({ target: 'partner' });
		assert.match(partner, /^info: The partner tier requires a partner agreement/);
		assert.deepEqual(others, []);
	});

	it('says only of a plugin that is ready for HCP Packer that it is', async () => {
		const flagged = { '.web-docs/metadata.hcl': metadata.replace('  component', '  flags = ["hcp-ready"]\n  component') };
		const coded = { 'builder/artifact.go': 'package builder\nimport "github.com/hashicorp/packer-plugin-sdk/packer/registry/image"\n' };
		const text = async (changed: Change['files']) => (await drafted('integration-request', { files: changed ?? {} })).text;
		assert.match(await text({ ...flagged, ...coded }), /\nHCP Packer: supported\n/);
		for (const other of [flagged, coded]) assert.doesNotMatch(await text(other), /hcp/i);
	});

	it('goes to the form with the text as a person has edited it', async () => {
		const { target = '', eml } = await sent('integration-request', 'Edited & short');
		assert.equal(new URL(target).searchParams.get('body'), 'Edited & short');
		assert.equal(eml, undefined);
	});

	it('goes to the form of the template, with label, title and body filled in', async () => {
		const { target, title, text, shortened } = await drafted('integration-request');
		assert.equal(shortened, undefined);
		const url = new URL(target);
		assert.equal(url.origin + url.pathname, 'https://github.com/hashicorp/packer/issues/new');
		assert.deepEqual(
			[...url.searchParams],
			[
				['template', 'plugin_integration.md'],
				['labels', 'integration-request'],
				['title', title],
				['body', text],
			],
		);
	});

	it('keeps the address short', async () => {
		const { text } = await drafted('integration-request');
		const { target = '', shortened } = await sent('integration-request', text + 'é'.repeat(2000));
		assert.equal(shortened, true);
		assert.ok(target.length <= 8000);
		assert.equal(new URL(target).searchParams.get('body'), 'TODO(paste the draft here, it is too long for a web address)');
	});

	it('marks what is not known for the person', async () => {
		const { text, title } = await drafted('integration-request', { files: { repository: undefined, 'go.mod': 'module happycloud\n' } });
		assert.equal(title, 'Plugin integration request: HappyCloud');
		assert.match(text, /Repository: TODO\(address of the repository\)/);
		assert.match(text, /Install source: `TODO\(github\.com\/OWNER\/NAME\)`\nLatest release: TODO\(tag of the latest release\)/);
	});
});
