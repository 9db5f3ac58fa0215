import assert from 'node:assert/strict';
import { Engine } from '../../server/src/engine/check';
import type { Database } from '../../server/src/facts/core/database';
import { filesUnder, text } from '../../server/src/facts/core/files';
import { rules } from '../../server/src/rules/index';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { txtar } from '../support/txtar';

/** A plugin of every kind of file that a rule reads, with comments wherever Go admits them. */
const archive = `-- repository --
origin: acme/packer-plugin-acme
-- go.mod --
module github.com/acme/packer-plugin-acme

go 1.24

require (
	github.com/hashicorp/hcl/v2 v2.24.0
	github.com/hashicorp/packer-plugin-sdk v0.6.10
	github.com/zclconf/go-cty v1.13.3
)

replace github.com/zclconf/go-cty => github.com/nywilken/go-cty v1.13.3
-- LICENSE --
Mozilla Public License Version 2.0
-- GNUmakefile --
NAME=acme
generate:
	go generate ./...
-- .goreleaser.yml --
version: 2
builds:
  - binary: packer-plugin-acme
-- docs/builders/box.mdx --
---
description: The box builder
---

# Box
-- main.go --
// Serves the plugin.
package main

import (
	"github.com/acme/packer-plugin-acme/builder/box" // the builder
	"github.com/acme/packer-plugin-acme/version"
	"github.com/hashicorp/packer-plugin-sdk/plugin"
)

func main() {
	pps := plugin.NewSet() /* the set */
	pps.RegisterBuilder("box", new(box.Builder))
	// pps.RegisterBuilder("crate", new(box.Builder))
	pps.SetVersion(version.PluginVersion)
	pps.Run()
}
-- version/version.go --
// Says which version this is.
package version

import "github.com/hashicorp/packer-plugin-sdk/version"

var PluginVersion = version.NewPluginVersion("1.0.0", "dev", "") // for now
-- builder/box/config.go --
// Reads the configuration.

//go:generate packer-sdc mapstructure-to-hcl2 -type Config
package box

import (
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
	"github.com/hashicorp/packer-plugin-sdk/template/config"
)

type Config struct {
	Name  string \`mapstructure:"name"\` // what it is called
	Token string \`mapstructure:"token"\`
}

func (c *Config) Prepare(raws ...interface{}) error {
	if err := config.Decode(c, nil, raws...); err != nil { // never nil
		return err
	}
	packersdk.LogSecretFilter.Set(c.Token)
	return nil
}
-- builder/box/builder.go --
// Builds boxes.
package box

import (
	"context"

	"github.com/hashicorp/hcl/v2/hcldec"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
)

type Builder struct { // its state
	config Config
}

func (b *Builder) ConfigSpec() hcldec.ObjectSpec { return b.config.FlatMapstructure().HCL2Spec() }

func (b *Builder) Prepare(raws ...interface{}) ([]string, []string, error) {
	return nil, nil, b.config.Prepare(raws...)
}

func (b *Builder) Run(ctx context.Context, ui packersdk.Ui, hook packersdk.Hook) (packersdk.Artifact, error) {
	ui.Say("building") // loudly
	return nil, nil
}
-- builder/box/builder_acc_test.go --
// Tests with Packer.
package box

import "github.com/hashicorp/packer-plugin-sdk/acctest"

var test = acctest.PluginTestCase{Name: "box", Check: nil} // later
`;

import { some } from '../support/some';

describe('facts, incrementally, under all rules', () => {
	const engine = new Engine(rules);
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});

	const open = () => {
		const computed: string[] = [];
		const db = plugin(txtar(archive), loaded, (name, key) => computed.push(`${name}(${key.replace('\0', ' ')})`));
		engine.check(db.get);
		return { db, since: () => computed.splice(0) };
	};
	const change = (db: Database, path: string, edit: (source: string) => string) => db.setFile(path, { text: edit(db.get(text, path) ?? '') });
	const isOf = (path: string) => (entry: string) => entry.includes(`(${path})`) || entry.includes(`(${path} `);
	/** What a report needs beside the rules, whatever changed. */
	const always = (entry: string) => entry === 'unreadable()';

	it('nothing is computed when nothing has changed', () => {
		const { db, since } = open();
		since();
		engine.check(db.get);
		assert.deepEqual(since(), []);
	});

	it('an edit to a comment runs the facts of that file and no rule', () => {
		const { db, since } = open();
		for (const path of some(db.get(filesUnder, '').filter(path => path.endsWith('.go')))) {
			since();
			change(
				db,
				path,
				source => `// One more line.\n//\n${source.replace(/\/\/ (?=[a-z])/g, '// rather ').replace('/* the set */', '/* the\nset */')}\n// The end.\n`,
			);
			engine.check(db.get);
			const computed = since();
			assert.deepEqual(
				computed.filter(entry => !isOf(path)(entry) && !always(entry)),
				[],
				path,
			);
			assert.deepEqual(
				computed.filter(entry => entry.startsWith('rule ')),
				[],
				path,
			);
			assert.ok(computed.length <= 50, `${path}: ${computed.length} facts`);
		}
	});

	it('an edit within a function parses that file only, and runs only the rules that read it', () => {
		const { db, since } = open();
		since();
		change(db, 'builder/box/builder.go', source => source.replace('"building"', '"still building"'));
		engine.check(db.get);
		const computed = since();
		assert.deepEqual(
			computed.filter(entry => /^(?:outline|parsed)\(/.test(entry)),
			['outline(builder/box/builder.go)', 'parsed(builder/box/builder.go Builder.Run)'],
		);
		const run = computed.filter(entry => entry.startsWith('rule '));
		assert.deepEqual(
			run.filter(entry => /^rule (?:license|main|repo|module|docs|webdocs|release|ci|support)\//.test(entry)),
			[],
		);
	});

	it('an edit to a page of the documentation runs no rule about Go', () => {
		const { db, since } = open();
		since();
		change(db, 'docs/builders/box.mdx', source => `${source}\nMore.\n`);
		engine.check(db.get);
		const computed = since();
		assert.deepEqual(
			computed.filter(entry => /^(?:outline|parsed|rule (?:main|component|config|module|acctest|security|license|syntax\/go))/.test(entry)),
			[],
		);
	});

	it('a new file, and one that goes, are noticed by the rules that look for it', () => {
		const { db } = open();
		const said = () =>
			engine
				.check(db.get)
				.findings.filter(f => f.rule === 'license/missing' || f.rule === 'main/no-component')
				.map(f => f.rule);
		assert.deepEqual(said(), []);
		db.setFile('LICENSE', undefined);
		assert.deepEqual(said(), ['license/missing']);
		db.setFile('LICENSE.md', { text: 'Mozilla Public License Version 2.0' });
		assert.deepEqual(said(), []);
	});
});
