import assert from 'node:assert/strict';
import { Engine } from '../../server/src/engine/check';
import { filesUnder, text } from '../../server/src/facts/core/files';
import { rules } from '../../server/src/rules/index';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { txtar } from '../support/txtar';

/** A plugin of which the rules about Go have nothing to say. */
const archive = `-- repository --
origin: acme/packer-plugin-acme
-- go.mod --
module github.com/acme/packer-plugin-acme

go 1.25.11

require (
	github.com/hashicorp/packer-plugin-sdk v0.6.10
	github.com/zclconf/go-cty v1.13.3
)

replace github.com/zclconf/go-cty => github.com/nywilken/go-cty v1.13.3
-- README.md --
Run \`packer plugins install github.com/acme/acme\`.
-- example/build.pkr.hcl --
build {
  provisioner "acme-box" {}
}
-- main.go --
package main

import (
	"github.com/acme/packer-plugin-acme/box"
	"github.com/acme/packer-plugin-acme/version"
	"github.com/hashicorp/packer-plugin-sdk/plugin"
)

func main() {
	pps := plugin.NewSet()
	pps.RegisterProvisioner("box", new(box.Provisioner))
	pps.SetVersion(version.PluginVersion)
	if err := pps.Run(); err != nil {
		panic(err)
	}
}
-- version/version.go --
package version

import "github.com/hashicorp/packer-plugin-sdk/version"

var PluginVersion = version.NewPluginVersion("1.0.0", "dev", "")
-- box/provisioner.go --
//go:generate packer-sdc mapstructure-to-hcl2 -type Config

package box

import (
	"context"

	"github.com/hashicorp/hcl/v2/hcldec"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
	"github.com/hashicorp/packer-plugin-sdk/template/config"
)

type Config struct {
	Token string \`mapstructure:"token"\`
}

type Provisioner struct {
	config Config
}

func (p *Provisioner) ConfigSpec() hcldec.ObjectSpec { return p.config.FlatMapstructure().HCL2Spec() }

func (p *Provisioner) Prepare(raws ...interface{}) error {
	if err := config.Decode(&p.config, nil, raws...); err != nil {
		return err
	}
	packersdk.LogSecretFilter.Set(p.config.Token)
	return nil
}

func (p *Provisioner) Provision(ctx context.Context, ui packersdk.Ui, comm packersdk.Communicator, data map[string]interface{}) error {
	ui.Say("done")
	return nil
}
-- box/provisioner_acc_test.go --
package box

import "github.com/hashicorp/packer-plugin-sdk/acctest"

var test = acctest.PluginTestCase{
	Name:  "box",
	Check: checkBox,
}
`;

import { some } from '../support/some';

const areas = /^(?:module|repo|main|component|config|security|acctest)\//;
/** The generated file is left out above, and is not what this is about. */
const aside = new Set(['config/hcl2spec-missing']);

describe('half-typed files', () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});

	it('are reported by the rule about syntax, and by no other', () => {
		const engine = new Engine(rules);
		const db = plugin(txtar(archive), loaded);
		const said = () => engine.check(db.get).findings.map(f => f.rule);
		const others = (found: readonly string[]) => found.filter(rule => areas.test(rule) && !aside.has(rule));
		assert.deepEqual(others(said()), []);
		let broken = 0;
		for (const path of some(db.get(filesUnder, '').filter(path => /\.(?:go|mod)$/.test(path)))) {
			const source = db.get(text, path) ?? '';
			for (let end = 1; end < source.length; end += 7) {
				for (const half of [source.slice(0, end), `${source.slice(0, end)}\n${source.slice(source.indexOf('\n', end) + 1)}`]) {
					db.setFile(path, { text: half });
					const found = said();
					const isBroken = found.some(rule => rule === 'syntax/go' || rule === 'syntax/gomod');
					assert.deepEqual(isBroken ? others(found) : [], [], `${path}, as far as:\n${half}`);
					broken += isBroken ? 1 : 0;
				}
			}
			db.setFile(path, { text: source });
		}
		assert.ok(broken > 100, `${broken} halves were broken`);
	}).timeout(60_000);
});
