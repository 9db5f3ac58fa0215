import assert from 'node:assert/strict';
import { Rendered } from '../../server/src/integration/rendered';
import { some } from '../support/some';
import { compiled, metadata, report } from './support';

const page = (body: string) => `---\ndescription: x\n---\n\n# Title\n\n${body}`;
const docs = {
	...compiled,
	'docs/README.md': '# Cloud\n\nAll of it.\n',
	'docs/builders/cloud.mdx': page('Builds.\n'),
};

describe('what the portal shows of a plugin', () => {
	it('has title, tier, flags, license and the newest version to install', async () => {
		const shown = await report({ '.web-docs/metadata.hcl': metadata('  flags = ["hcp-ready"]\n  license {\n    type = "MIT"\n  }') });
		const { rejected, remarks, name, description, organization, tier, flags, license, snippet } = shown;
		assert.deepEqual([rejected, remarks, name, description, organization, tier], [[], [], 'Cloud', 'Makes images.', 'acme', 'partner']);
		assert.deepEqual([flags, license], [[{ name: 'HCP Packer Ready', known: true }], { type: 'MIT', url: null }]);
		assert.equal(
			snippet,
			'packer {\n  required_plugins {\n    cloud = {\n      version = ">= 1.10.0"\n      source  = "github.com/acme/cloud"\n    }\n  }\n}\n',
		);
	});

	it('is official below hashicorp, and else what it is submitted as', async () => {
		const own = metadata().replace('packer/acme', 'packer/hashicorp');
		assert.equal((await report({ repository: 'origin: hashicorp/packer-plugin-cloud', '.web-docs/metadata.hcl': own })).tier, 'official');
		assert.equal((await report({}, { target: 'community' })).tier, 'community');
	});

	it('has no version to install before the first tag', async () => {
		const { snippet } = await report({ repository: 'origin: acme/packer-plugin-cloud' });
		assert.equal(snippet, 'packer {\n  required_plugins {\n    cloud = {\n      source = "github.com/acme/cloud"\n    }\n  }\n}\n');
	});

	it('shows the README first, then the components in the order of the portal', async () => {
		const listed = metadata('', ['data-source/image', 'provisioner/shell', 'builder/cloud', 'builder/cloud']);
		const { pages, shown } = await report({ '.web-docs/metadata.hcl': listed });
		assert.deepEqual(
			pages.map(({ key, group, empty }) => [key, group, empty]),
			[
				['readme', '', false],
				['builder/cloud', 'Builders', false],
				['provisioner/shell', 'Provisioners', true],
				['data-source/image', 'Data Sources', true],
			],
		);
		assert.deepEqual([shown?.key, shown?.html], ['readme', '<h1 id="page-cloud">Cloud</h1>\n<p>All of it.</p>\n']);
		assert.equal((await report({}, { page: 'builder/cloud' })).shown?.html, '<p>Builds.</p>\n');
		assert.equal((await report({}, { page: 'builder/gone' })).shown?.key, 'readme');
	});

	it('says why the loader rejects the integration', async () => {
		const of = async (hcl: string | undefined, more = {}) =>
			(await report({ ...(hcl === undefined ? {} : { '.web-docs/metadata.hcl': hcl }), ...more })).rejected.map(({ message, line }) => [message, line]);
		assert.deepEqual(await of(metadata().replace('"packer/acme/cloud"', '"cloud"')), [
			['`cloud` is not a valid identifier. The portal accepts `packer/owner/name` only.', 4],
		]);
		assert.deepEqual(await of(metadata('  flags = ["community"]')), [['Flag `community` is not `archived` or `hcp-ready`.', 5]]);
		assert.deepEqual(await of(metadata('  docs {\n  }')), [['`docs` block has no `process_docs`.', 5]]);
		assert.deepEqual(await of(metadata('  docs {\n    process_docs = true\n    readme_location = "./INTEGRATION_README.md"\n  }')), [
			['`readme_location` names `./INTEGRATION_README.md`, which is missing.', 7],
		]);
		assert.match(String((await of('integration {\n'))[0]?.[0]), /^`metadata\.hcl` cannot be parsed\. /);
	});

	it('says what the portal ignores', async () => {
		const { rejected, remarks } = await report({
			'.web-docs/metadata.hcl': metadata('  hcp_ready = true', ['builder/cloud', 'builder/cloud', 'datasource/x']),
			'.web-docs/components/provisioner/shell/README.md': 'Runs.\n',
		});
		assert.deepEqual(rejected, []);
		assert.deepEqual(
			remarks.map(({ message }) => message),
			[
				'The portal ignores attribute `hcp_ready`.',
				"Component type `datasource` is not one of the portal's: builder, provisioner, post-processor, data-source.",
				'Component `builder/cloud` is in `metadata.hcl` twice.',
				'`.web-docs/components/provisioner/shell/README.md` is never published: `metadata.hcl` has no component `provisioner/shell`.',
			],
		);
	});

	it('has no pages where the documentation is elsewhere', async () => {
		const { pages, elsewhere, rejected } = await report({
			'.web-docs/metadata.hcl': metadata('  docs {\n    process_docs = false\n    external_url = "https://example.com/docs"\n  }'),
			'.web-docs/README.md': '',
		});
		assert.deepEqual([pages, elsewhere, rejected], [[], 'https://example.com/docs', []]);
	});

	it('leads links to its own pages, marks those that are dead, and says why', async () => {
		const { shown, pages } = await report({
			'.web-docs/README.md':
				'# A b\n\n[a](/packer/integrations/acme/cloud/latest/components/builder/cloud#x) [b](/packer/docs/x) [c](https://example.com/?a=1&b=2) [d](#a-b) [e](../docs/more.mdx) [f](/packer/integrations/acme/cloud/latest/components/builder/other) [g](<my page.md>) [h](./über.md)\n',
			'.web-docs/my page.md': 'x',
		});
		const html = shown?.html ?? '';
		assert.ok(html.includes('<a href="#" data-page="builder/cloud">a</a>'));
		assert.ok(html.includes('<a href="https://developer.hashicorp.com/packer/docs/x">b</a>'));
		assert.ok(html.includes('<a href="https://example.com/?a=1&amp;b=2">c</a>'));
		assert.ok(html.includes('<h1 id="page-a-b">') && html.includes('<a href="#page-a-b">d</a>'));
		assert.deepEqual(
			shown?.dead.map(({ address }) => address),
			['../docs/more.mdx', '/packer/integrations/acme/cloud/latest/components/builder/other', 'my page.md', './über.md'],
		);
		assert.deepEqual([shown?.dead[0]?.why, shown?.dead[1]?.why], ['The portal does not serve this file.', 'metadata.hcl does not list this component.']);
		assert.equal(pages[0]?.dead, 4);
	});
});

describe('pages as committed and as generated', () => {
	it('are the same where nothing changed', async () => {
		const { pages, command } = await report(docs);
		assert.equal(command, 'make generate');
		assert.deepEqual(
			pages.map(({ key, current, source }) => [key, current, source]),
			[
				['readme', true, 'docs/README.md'],
				['builder/cloud', true, 'docs/builders/cloud.mdx'],
			],
		);
	});

	it('mark what they do not share, item by item', async () => {
		const more = {
			...docs,
			'docs/README.md': '# Cloud\n\nAll of it.\n\n- one\n- 2\n- three\n',
			'.web-docs/README.md': '# Cloud\n\nAll of it.\n\n- one\n- two\n- three\n',
		};
		const [committed, generated] = [await report(more), await report(more, { variant: 'generated' })];
		assert.deepEqual([committed.pages[0]?.current, committed.shown?.changes, generated.shown?.changes], [false, 1, 1]);
		assert.ok(committed.shown?.html.includes('<li class="removed"><span class="said">Removed: </span>two</li>'));
		assert.ok(generated.shown?.html.includes('<li class="added"><span class="said">Added: </span>2</li>'));
		assert.ok(generated.shown?.html.includes('<li>one</li>') && !generated.shown.html.includes('two'));
	});

	it('mark blocks that are new, and a page that is', async () => {
		const more = { ...docs, 'docs/README.md': '# Cloud\n\nAll of it.\n\nAnd more.\n' };
		const { shown } = await report(more, { variant: 'generated' });
		assert.match(shown?.html ?? '', /<p>All of it\.<\/p><div class="added"><span class="said">Added: <\/span>\s*<p>And more\.<\/p><\/div>/);
		const fresh = { ...docs, 'docs/provisioners/shell.mdx': page('Runs.\n'), '.web-docs/metadata.hcl': metadata('', ['builder/cloud', 'provisioner/shell']) };
		const asked = { page: 'provisioner/shell' };
		assert.deepEqual((await report(fresh, asked)).pages[1 + 1], {
			key: 'provisioner/shell',
			title: 'Cloud provisioner/shell',
			group: 'Provisioners',
			path: '.web-docs/components/provisioner/shell/README.md',
			source: 'docs/provisioners/shell.mdx',
			empty: true,
			missing: true,
			dead: 0,
			current: false,
			unknown: null,
		});
		const made = await report(fresh, { ...asked, variant: 'generated' });
		assert.deepEqual([made.shown?.html, made.pages[2]?.empty], ['<p>Runs.</p>\n', false]);
	});

	it('say why what would be generated is not known', async () => {
		const { pages } = await report({ ...docs, 'docs/builders/cloud.mdx': page("@include 'nowhere.mdx'\n") });
		assert.match(pages[1]?.unknown ?? '', /^partial nowhere\.mdx is missing$/);
		assert.equal(pages[1]?.current, null);
		assert.equal((await report()).pages[0]?.unknown, 'nothing in the documentation is compiled to it');
	});
});

describe('rendered pages', () => {
	it('are rendered once while they stay the same, and forgotten when they are gone', () => {
		const rendered = new Rendered();
		const [a, b] = [rendered.during(render => [render('a'), render('a'), render('b')]), rendered.during(render => [render('a')])];
		assert.ok(a[0] === a[1] && a[0] === b[0]);
		assert.notEqual(
			rendered.during(render => render('b')),
			a[2],
		);
		for (const one of some(a)) assert.ok('html' in one);
	});
});
