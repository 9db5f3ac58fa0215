import assert from 'node:assert/strict';
import { Engine } from '../../server/src/engine/check';
import { text } from '../../server/src/facts/core/files';
import { isTemplateLine, isTemplatePage } from '../../server/src/facts/docs/templatePages';
import { unwritten } from '../../server/src/facts/docs/unwritten';
import type { Grammars } from '../../server/src/syntax/grammars';
import { apply, editsOf } from '../support/fixed';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { allRules } from '../support/rules';

const page = [
	'Type: `scaffolding`',
	'',
	'The scaffolding builder is used to create endless Packer plugins using',
	'a consistent plugin structure.',
	'',
	'**Required**',
	'',
	'- `mock` (string) - The name of the mock to use for the Scaffolding API.',
].join('\n');
const repository = ['repository', 'origin: acme/packer-plugin-acme\n'] as const;
const goMod = (module: string) => ['go.mod', `module ${module}\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n`] as const;

describe('pages of the template', () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});
	const isTemplate = (source: string) =>
		plugin([repository, goMod('github.com/acme/packer-plugin-acme'), ['docs/p.mdx', source]], loaded).get(isTemplatePage, 'docs/p.mdx');

	it('are those with no line of their own, whatever the plugin is called', () => {
		assert.equal(isTemplate(page), true);
		assert.equal(isTemplate(page.replaceAll('scaffolding', 'acme').replaceAll('Scaffolding', 'Acme').replaceAll('\n', '\r\n')), true);
		assert.equal(isTemplate(page.split('\n').slice(3).join('\n')), false, 'too little to tell');
		assert.equal(isTemplate(`${page}\nIt can do one thing more.\n`), false);
		assert.equal(isTemplate(page.replaceAll('scaffolding', 'rocket')), false);
		assert.equal(isTemplate(''), false);
		assert.ok(isTemplateLine('builder environment. See https://www.packer.io/docs/builder/null', 'acme'), 'as compile-to-webdocs.sh rewrites it');
	});

	it('do not include those of the template itself', () => {
		const db = plugin([['repository', 'origin: hashicorp/packer-plugin-scaffolding\n'], goMod('x'), ['docs/builders/builder.mdx', page]], loaded);
		assert.equal(db.get(isTemplatePage, 'docs/builders/builder.mdx'), false);
	});

	it('are deleted with what was compiled from them, save where metadata.hcl lists them', () => {
		const files = [
			repository,
			goMod('github.com/acme/packer-plugin-acme'),
			['docs/builders/builder.mdx', page],
			['.web-docs/components/builder/builder/README.md', page],
		] as const;
		const edits = (more: readonly (readonly [string, string])[]) =>
			plugin([...files, ...more], loaded)
				.get(unwritten)
				.map(one => one.edits);
		assert.deepEqual(edits([]), [
			[
				{ kind: 'delete', path: 'docs/builders/builder.mdx' },
				{ kind: 'delete', path: '.web-docs/components/builder/builder/README.md' },
			],
		]);
		const component = '  component {\n    type = "builder"\n    name = "Acme"\n    slug = "builder"\n  }\n';
		assert.deepEqual(edits([['.web-docs/metadata.hcl', `integration {\n  name = "Acme"\n${component}}\n`]]), [[]]);
		const own = ['.web-docs/components/builder/builder/README.md', 'A page with words of its own.\n'] as const;
		const kept = plugin([...files.slice(0, 3), own], loaded).get(unwritten);
		assert.deepEqual(kept[0]?.edits, [{ kind: 'delete', path: 'docs/builders/builder.mdx' }]);
	});
});

describe('a template that nobody has begun', () => {
	const module = 'github.com/hashicorp/packer-plugin-scaffolding';
	const files: ReadonlyArray<readonly [string, string]> = [
		repository,
		goMod(module),
		[
			'main.go',
			`package main

import (
	"${module}/builder/scaffolding"
	"github.com/hashicorp/packer-plugin-sdk/plugin"
)

func main() {
	pps := plugin.NewSet()
	pps.RegisterBuilder("my-builder", new(scaffolding.Builder))
	pps.Run()
}
`,
		],
		['builder/scaffolding/builder.go', 'package scaffolding\n\nconst BuilderId = "scaffolding.builder"\n\ntype Builder struct{}\n'],
		['docs/builders/builder.mdx', page],
		['docs/README.md', 'The Scaffolding plugin is intended as a starting point for creating Packer plugins\n\nsource = "github.com/organization/name"\n'],
		[
			'.web-docs/metadata.hcl',
			'integration {\n  name = "Integration Template"\n  description = "This is an integration template"\n  identifier = "packer/hashicorp/scaffolding"\n}\n',
		],
		[
			'.github/workflows/notify.yml',
			'on: push\njobs:\n  a:\n    steps:\n      - uses: hashicorp/integration-release-action@v1\n        with:\n          integration_identifier: packer/hashicorp/scaffolding\n',
		],
	];
	const about: readonly string[] = [
		'repo/scaffolding-leftover',
		'docs/component-page-missing',
		'docs/front-matter-missing',
		'webdocs/leftover',
		'webdocs/identifier',
		'webdocs/drift',
		'ci/notify-identifier',
	];

	it('is one finding, which lists what is left', async () => {
		const engine = new Engine(allRules);
		const db = plugin(files, await grammars());
		const found = engine.check(db.get).findings.filter(({ rule }) => about.includes(rule));
		assert.deepEqual(
			found.map(({ rule, message }) => `${rule}: ${message}`),
			[
				'repo/scaffolding-leftover: Template is not finished. To change: module path, import, component, builder ID, `metadata.hcl`, package, page and page text.',
			],
		);
		const places = new Set(found[0]?.related?.map(({ path }) => path));
		assert.deepEqual([...places].sort(), [
			'.github/workflows/notify.yml',
			'.web-docs/metadata.hcl',
			'builder/scaffolding/builder.go',
			'docs/README.md',
			'docs/builders/builder.mdx',
			'main.go',
		]);
		const [finding] = found;
		assert.ok(finding);
		apply(db, editsOf(db, finding));
		assert.match(db.get(text, 'go.mod') ?? '', /^module github\.com\/acme\/packer-plugin-acme$/m);
		assert.match(db.get(text, 'main.go') ?? '', /"github\.com\/acme\/packer-plugin-acme\/builder\/scaffolding"/);
		assert.match(db.get(text, '.web-docs/metadata.hcl') ?? '', /name = "Acme"[\s\S]*identifier = "packer\/acme\/acme"/);
		assert.match(db.get(text, '.github/workflows/notify.yml') ?? '', /integration_identifier: packer\/acme\/acme$/m);
	});
});
