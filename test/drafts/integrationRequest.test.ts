import assert from 'node:assert/strict';
import { type Change, clean, drafted, files, finding, rules } from './happycloud';

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

Users install it from \`github.com/acme/happycloud\`; the latest release is v1.10.0. HCP Packer: not supported.

#### Integration Tier

Community integration.

#### Checklist
${boxes.map(box => `- [x] ${box}`).join('\n')}
`;

const metadata = files['.web-docs/metadata.hcl'] as string;
const compiled = {
	'docs/builders/happycloud.mdx': '---\npage_title: x\n---\n\n# X\n\nText.\n',
	'docs/datasources/image.mdx': '---\npage_title: x\n---\n\n# X\n\nText.\n',
};

const unticked: ReadonlyArray<readonly [does: string, box: number, change: Change, reason: RegExp]> = [
	['no metadata.hcl', 1, { files: { '.web-docs/metadata.hcl': undefined } }, /There is no `\.web-docs\/metadata\.hcl`/],
	['metadata.hcl that cannot be parsed', 1, { files: { '.web-docs/metadata.hcl': 'integration {' } }, /could not be read as an integration/],
	[
		'a finding of its rules',
		1,
		{ report: { ...clean, findings: [finding({ rule: 'webdocs/flags', message: 'No such flag.' })] } },
		/No such flag\. \(`webdocs\/flags`, main\.go:1\)/,
	],
	['a rule that it needs was not run', 1, { rules: rules.filter(rule => rule !== 'webdocs/metadata-schema') }, /`webdocs\/metadata-schema` was not run/],
	['a rule that broke', 1, { report: { ...clean, failures: [{ rule: 'webdocs/identifier', message: 'm' }] } }, /`webdocs\/identifier` broke/],
	[
		'a finding that is turned off',
		1,
		{ report: { ...clean, findings: [finding({ rule: 'webdocs/identifier', suppressed: { how: 'config', reason: 'it moves' } })] } },
		/turned off: it moves/,
	],
	['no workflow that notifies the portal', 2, { files: { '.github/workflows/notify.yaml': undefined } }, /No workflow tells the portal of a release/],
	[
		'a workflow that cannot be read',
		2,
		{ report: { ...clean, unreadable: [{ path: '.github/workflows/x.yml', reason: 'r' }] } },
		/`?\.github\/workflows\/x\.yml`? could not be read/,
	],
	['no script, with pages to compile', 2, { files: compiled }, /There is no `\.web-docs\/scripts\/compile-to-webdocs\.sh`/],
	['no docs/README.md', 3, { files: { 'docs/README.md': undefined } }, /There is no `docs\/README\.md`/],
	['an empty docs/README.md', 3, { files: { 'docs/README.md': '\n\n' } }, /with anything in it/],
	[
		'a component without README.md',
		4,
		{ files: { '.web-docs/components/data-source/image/README.md': undefined } },
		/No README\.md of the data source `happycloud-image`/,
	],
	[
		'a README.md that metadata.hcl does not list',
		4,
		{ files: { '.web-docs/metadata.hcl': metadata.replace('slug = "image"', 'slug = "picture"') } },
		/is of no component in/,
	],
	['no component', 4, { files: { 'main.go': 'package main\nfunc main() {}\n' } }, /No component is registered/],
	[
		'a component whose name is not known',
		4,
		{ files: { 'main.go': files['main.go']?.replace('"image", new', 'os.Args[0], new') } },
		/only known when the plugin runs/,
	],
	[
		'no .web-docs',
		5,
		{ files: Object.fromEntries(Object.keys(files).flatMap(path => (path.startsWith('.web-docs/') ? [[path, undefined]] : []))) },
		/There is no `\.web-docs` directory/,
	],
	['pages that nothing compiles', 5, { files: compiled }, /not known whether it is in sync/],
	[
		'documentation that is elsewhere',
		5,
		{
			files: {
				'.web-docs/metadata.hcl': metadata.replace(
					'integration {',
					'integration {\n  docs {\n    process_docs = false\n    external_url = "https://example.com"\n  }',
				),
			},
		},
		/documentation is elsewhere/,
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
		it(`leaves box ${box} open, and says why: ${does}`, async () => {
			const { text } = await drafted('integration-request', change);
			assert.ok(text.includes(`- [ ] ${boxes[box - 1]}`), text);
			const [, why = ''] = text.split('#### Not ticked yet, and why\n');
			assert.match(why, reason);
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
		const { text } = await drafted('integration-request', { report: { ...clean, findings } });
		assert.match(text, / {2}- c\. \(`webdocs\/leftover`, main\.go:1\)\n {2}- and 2 more\n/);
	});

	it('says the tier by who the plugin is submitted as', async () => {
		const tier = async (change: Change) => /#### Integration Tier\n\n(.*)\n/.exec((await drafted('integration-request', change)).text)?.[1];
		assert.equal(await tier({ target: 'community' }), 'Community integration.');
		assert.match((await tier({ target: 'partner' })) ?? '', /^Community integration\. \[OR, WITH A PARTNER AGREEMENT: .*find-a-partner\]$/);
		const ticks = { 'partner-agreement': { state: 'done', at: '2026-01-02' } } as const;
		assert.match((await tier({ target: 'partner', recorded: { ticks } })) ?? '', /^Partner: HashiCorp Technology Partner \[NAME AS LISTED ON /);
	});

	it('goes to the form of the template, with label, title and body filled in', async () => {
		const { target, title, text } = await drafted('integration-request');
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

	it('keeps the address short: first without the reasons, then without the body', async () => {
		const long = (length: number) => Array.from({ length }, (_, i) => finding({ rule: 'docs/readme-source', message: `${i} ${'é '.repeat(900)}.` }));
		const { target, text } = await drafted('integration-request', { report: { ...clean, findings: long(4) } });
		assert.ok(text.length > 6000 && target.length <= 8000);
		const body = new URL(target).searchParams.get('body') ?? '';
		assert.ok(text.startsWith(body) && body.endsWith('portal.\n'));
		const huge = await drafted('integration-request', { files: { 'main.go': `${files['main.go']?.replace('"image"', `"${'é'.repeat(2000)}"`)}` } });
		assert.match(new URL(huge.target).searchParams.get('body') ?? '', /^\[THE DRAFT IS TOO LONG FOR AN ADDRESS\. PASTE IT HERE\.\]$/);
	});

	it('marks what is not known for the person', async () => {
		const { text, title } = await drafted('integration-request', { files: { repository: undefined, 'go.mod': 'module happycloud\n' } });
		assert.equal(title, 'Plugin integration request: HappyCloud');
		assert.match(text, /Repository: \[ADDRESS OF THE REPOSITORY\]/);
		assert.match(text, /`\[SOURCE\]`; the latest release is \[RELEASE: none was found\]/);
	});
});
