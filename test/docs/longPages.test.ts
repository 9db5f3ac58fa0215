import assert from 'node:assert/strict';
import { wrongAccessors } from '../../server/src/facts/docs/accessors';
import { wrongConstraints } from '../../server/src/facts/docs/constraints';
import { wrongBuilderIdLines, wrongTypeLines } from '../../server/src/facts/docs/labeledLines';
import { readmeGaps } from '../../server/src/facts/docs/readmeSections';
import { unknownInDocs } from '../../server/src/facts/docs/unknownInDocs';
import { withoutExamples } from '../../server/src/generate/webdocs/examples';
import { strangers } from '../../server/src/generate/webdocs/strangers';
import { undocumentedAttributes } from '../../server/src/generate/webdocs/undocumented';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';

const main = `package main

import (
	"github.com/acme/packer-plugin-acme/vm"
	"github.com/hashicorp/packer-plugin-sdk/plugin"
)

func main() {
	pps := plugin.NewSet()
	pps.RegisterBuilder("vm(", new(vm.Builder))
	pps.Run()
}
`;
const component = `//go:generate packer-sdc mapstructure-to-hcl2 -type Config

package vm

import (
	"github.com/hashicorp/hcl/v2/hcldec"
	"github.com/hashicorp/packer-plugin-sdk/template/config"
)

type Config struct {
	Image string \`mapstructure:"image"\`
}

type Builder struct{ config Config }

func (b *Builder) ConfigSpec() hcldec.ObjectSpec { return b.config.FlatMapstructure().HCL2Spec() }

func (b *Builder) Prepare(raws ...interface{}) ([]string, []string, error) {
	return nil, nil, config.Decode(&b.config, nil, raws...)
}
`;
const long = 5_000_000;
const start = 'packer {\n required_plugins {\n acme = {\n source = "github.com/acme/acme"\n';

/** Pages that are long, or that end in the middle of something. */
const pages: Readonly<Record<string, string>> = {
	'a fence that is not closed': `\`\`\`hcl\n${start}`,
	'broken HCL': `\`\`\`hcl\n${start} version = "= v4.x\n}}}\nsource "acme-x" "y" {{{{ ...\n\`\`\`\n`,
	'a long fence that is not closed': `\`\`\`hcl\n${start}${'x = "y"\n'.repeat(long / 8)}`,
	'many brackets': `${'['.repeat(long)}\n\`\`\`hcl\n${start}`,
	'many examples': '[example '.repeat(long / 9),
	'many asterisks': `${'*_'.repeat(long / 2)}\nType: \``,
	'many labels': 'Type: `acme-x`\nArtifact BuilderId: `x`\n'.repeat(long / 40),
	'many options': `# A\n\n${'- `other` (string) - Nothing.\n'.repeat(long / 30)}`,
	'many fences': '```hcl\nsource "acme-x" "y" {}\n```\n'.repeat(2000),
	'many blanks': `source${' '.repeat(long)}`,
	'many includes': "@include 'x' ".repeat(long / 13),
	'a long name': `\`\`\`hcl\nsource "acme-${'x-'.repeat(long / 2)}" "y" {}\n\`\`\`\n`,
};

describe('facts about pages', () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});

	for (const [name, text] of Object.entries(pages))
		it(`are found on a page with ${name}`, () => {
			const db = plugin(
				[
					['go.mod', 'module github.com/acme/packer-plugin-acme\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n'],
					['main.go', main],
					['vm/vm.go', component],
					['docs/builders/vm.mdx', text],
					['docs/README.md', text],
				],
				loaded,
			);
			for (const fact of [
				unknownInDocs,
				wrongAccessors,
				wrongConstraints,
				wrongTypeLines,
				wrongBuilderIdLines,
				withoutExamples,
				strangers,
				undocumentedAttributes,
			])
				assert.ok(Array.isArray(db.get<readonly unknown[]>(fact)));
			assert.equal(db.get(readmeGaps)?.path, 'docs/README.md');
		});
});
