import assert from 'node:assert/strict';
import { setting, workflows } from '../../server/src/facts/ci/workflows';
import type { Database } from '../../server/src/facts/core/database';
import { text } from '../../server/src/facts/core/files';
import { header } from '../../server/src/facts/docs/header';
import { installed } from '../../server/src/facts/docs/install';
import { undocumented } from '../../server/src/facts/docs/matching';
import { componentPage, pagePath, readmePage } from '../../server/src/facts/docs/newPages';
import { compileCommand } from '../../server/src/facts/docs/published';
import { wrongSources } from '../../server/src/facts/docs/sources';
import { components } from '../../server/src/facts/plugin/components';
import { bugForm, featureForm } from '../../server/src/facts/support/issueTemplates';
import { identifierProblem } from '../../server/src/facts/webdocs/identifier';
import { metadata } from '../../server/src/facts/webdocs/metadata';
import { manualWorkflow, metadataFile, tagWorkflow } from '../../server/src/facts/webdocs/newFiles';
import { notifications, verifiesDocs } from '../../server/src/facts/webdocs/notify';
import { placeholders } from '../../server/src/facts/webdocs/placeholders';
import { schemaProblems } from '../../server/src/facts/webdocs/schema';
import type { Grammars } from '../../server/src/syntax/grammars';
import { parseYaml } from '../../server/src/syntax/yaml/parse';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';

const files: ReadonlyArray<readonly [string, string]> = [
	['go.mod', 'module github.com/acme/packer-plugin-acme\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n'],
	[
		'main.go',
		`package main

import (
	"github.com/acme/packer-plugin-acme/builder/vm"
	"github.com/acme/packer-plugin-acme/datasource/image"
	"github.com/acme/packer-plugin-acme/provisioner/agent"
	"github.com/hashicorp/packer-plugin-sdk/plugin"
)

func main() {
	pps := plugin.NewSet()
	pps.RegisterBuilder(plugin.DEFAULT_NAME, new(vm.Builder))
	pps.RegisterDatasource("image", new(image.Datasource))
	pps.RegisterProvisioner("agent", new(agent.Provisioner))
	pps.Run()
}
`,
	],
	['datasource/image/data.go', 'package image\n\ntype Datasource struct{}\n'],
	['docs-partials/datasource/image/Config-required.mdx', ''],
	['docs-partials/datasource/image/Config-not-required.mdx', ''],
	['docs-partials/datasource/image/DatasourceOutput.mdx', ''],
	['docs-partials/datasource/image/Other-required.mdx', ''],
];

import { some } from '../support/some';

describe('new files', () => {
	let loaded: Grammars;
	let db: Database;
	before(async () => {
		loaded = await grammars();
	});
	beforeEach(() => {
		db = plugin(files, loaded);
	});

	it('write a page for each component, which the rules take for its page', () => {
		for (const component of db.get(components)) db.setFile(pagePath(db.get, component), { text: componentPage(db.get, component) });
		assert.deepEqual(db.get(undocumented), []);
		for (const path of ['docs/builders/acme.mdx', 'docs/datasources/image.mdx', 'docs/provisioners/agent.mdx'])
			assert.equal(db.get(header, path)?.frontMatter, 'there', path);
	});

	it('write a page that includes what packer-sdc makes', () => {
		const image = db.get(components)[1];
		assert.ok(image);
		assert.equal(
			componentPage(db.get, image),
			`---
description: >
  The acme-image data source is part of the Acme plugin for Packer.
page_title: Acme Image - Data Sources
nav_title: Acme Image
---

# Acme Image Data Source

Type: \`acme-image\`

The \`acme-image\` data source is part of the Acme plugin for Packer.

## Required

@include 'datasource/image/Config-required.mdx'

## Optional

@include 'datasource/image/Config-not-required.mdx'

## Output

@include 'datasource/image/DatasourceOutput.mdx'

## Example Usage

\`\`\`hcl
data "acme-image" "example" {
}
\`\`\`
`,
		);
	});

	it('write a README that says how to install the plugin and lists its components', () => {
		const readme = readmePage(db.get);
		assert.equal(
			readme,
			`The Acme plugin provides a builder, a data source and a provisioner for HashiCorp Packer.

### Installation

To install this plugin, add it to your Packer template and run [\`packer init\`](/packer/docs/commands/init).

\`\`\`hcl
packer {
  required_plugins {
    acme = {
      source  = "github.com/acme/acme"
      version = ">= 0.0.1"
    }
  }
}
\`\`\`

Or install it with \`packer plugins install\`:

\`\`\`sh
packer plugins install github.com/acme/acme
\`\`\`

### Components

#### Builders

- [acme](/packer/integrations/acme/acme/latest/components/builder/acme) - The Acme builder.

#### Provisioners

- [acme-agent](/packer/integrations/acme/acme/latest/components/provisioner/agent) - The Acme Agent provisioner.

#### Data Sources

- [acme-image](/packer/integrations/acme/acme/latest/components/data-source/image) - The Acme Image data source.
`,
		);
		db.setFile('docs/README.md', { text: readme });
		assert.deepEqual(
			db.get(installed, 'docs/README.md').map(({ source }) => source.text),
			['github.com/acme/acme', 'github.com/acme/acme'],
		);
		assert.deepEqual(db.get(wrongSources), []);
	});

	it('write a metadata.hcl that the portal takes', () => {
		db.setFile('.web-docs/metadata.hcl', { text: metadataFile(db.get) ?? '' });
		assert.deepEqual(db.get(schemaProblems), []);
		assert.deepEqual(db.get(placeholders), []);
		const file = db.get(metadata);
		assert.equal(file?.identifier?.value, 'packer/acme/acme');
		assert.equal(db.get(identifierProblem, 'packer/acme/acme'), undefined);
		assert.deepEqual(
			file.components.map(({ type, slug }) => `${type?.value} ${slug?.value}`),
			['builder acme', 'data-source image', 'provisioner agent'],
		);
	});

	it('write no metadata.hcl where the owner is not known', () =>
		assert.equal(metadataFile(plugin([['go.mod', 'module packer-plugin-acme\n']], loaded).get), undefined));

	it('write workflows that give the action all it needs', () => {
		db.setFile('.github/workflows/manual.yaml', { text: manualWorkflow('packer/acme/acme') });
		db.setFile('.github/workflows/tag.yaml', { text: tagWorkflow('packer/acme/acme') });
		assert.deepEqual(
			db.get(notifications).map(({ path, byHand, byRelease, identifiers }) => [path, byHand, byRelease, identifiers.map(i => i.text)]),
			[
				['.github/workflows/manual.yaml', true, false, ['packer/acme/acme']],
				['.github/workflows/tag.yaml', false, true, ['packer/acme/acme']],
			],
		);
		for (const { broken, jobs } of some(db.get(workflows))) {
			assert.equal(broken, false);
			const steps = jobs.flatMap(job => job.steps);
			const uses = steps.map(step => step.uses?.text);
			assert.ok(uses.indexOf('./integration-release-action') > 0);
			const got = steps.find(step => setting(step.with, 'repository')?.text === 'hashicorp/integration-release-action');
			assert.match(setting(got?.with ?? [], 'ref')?.text ?? '', /^[0-9a-f]{40}$/);
			for (const name of some(uses.filter(name => name?.includes('@')))) assert.match(name ?? '', /@[0-9a-f]{40}$/);
			const notify = steps.at(-1);
			assert.deepEqual(notify?.with.map(({ key }) => key).sort(), ['github_token', 'integration_identifier', 'release_sha', 'release_version']);
		}
	});

	it('write workflows that fail where the documentation is out of date, if the Makefile compiles it', () => {
		const verifies = (command?: string) => {
			db.setFile('.github/workflows/tag.yaml', { text: tagWorkflow('packer/acme/acme', command) });
			return db.get(verifiesDocs);
		};
		assert.equal(verifies('make docs'), false, 'no such target');
		db.setFile('Makefile', { text: 'docs:\n\t./.web-docs/scripts/compile-to-webdocs.sh . .docs .web-docs acme\n' });
		assert.equal(db.get(compileCommand), 'make docs');
		assert.equal(verifies('make docs'), true);
		assert.equal(verifies(), false);
		assert.ok(!(db.get(text, '.github/workflows/tag.yaml') ?? '').includes('make'));
	});

	it('write issue forms with what GitHub asks for', () => {
		for (const form of [bugForm('Acme'), featureForm('Acme')]) {
			const { file } = parseYaml(form);
			assert.deepEqual(file.problems, []);
			assert.deepEqual(file.root?.kind === 'map' && file.root.entries.map(({ key }) => key), ['name', 'description', 'labels', 'body']);
		}
	});
});
