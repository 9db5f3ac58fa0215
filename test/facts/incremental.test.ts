import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Engine } from '../../server/src/engine/check';
import type { Database } from '../../server/src/facts/core/database';
import { filesUnder, text } from '../../server/src/facts/core/files';
import { rules } from '../../server/src/rules/index';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { some } from '../support/some';
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

describe('facts, incrementally, under all rules', () => {
	const engine = new Engine(rules);
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});

	const open = () => {
		const computed: string[] = [];
		const db = plugin(txtar(archive), loaded, (name, key) => computed.push(`${name}(${key.replaceAll('\0', ' ')})`));
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
				// A comment can say that an option is deprecated, which pages need not document.
				computed.filter(entry => !isOf(path)(entry) && !always(entry) && entry !== 'undocumentedAttributes()'),
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

	const go = (path: string, ...decls: string[]) => [
		...['brokenPlaces', 'goFile', 'outline', 'suppressions', 'text'].map(fact => `${fact}(${path})`),
		...decls.map(decl => `declarationText(${path} ${decl})`),
	];
	/** What runs again after an edit, by areas: the facts of the file, and those of what it means and no others. */
	const edits: ReadonlyArray<readonly [what: string, path: string, from: string, to: string, again: readonly string[]]> = [
		[
			'a string in a function',
			'builder/box/builder.go',
			'"building"',
			'"still building"',
			[
				...go('builder/box/builder.go', 'Builder.ConfigSpec', 'Builder.Prepare', 'Builder.Run'),
				...['parsed', 'goBody', 'callsOf'].map(fact => `${fact}(builder/box/builder.go Builder.Run)`),
				...['artifactsIn', 'builderIdsIn', 'droppedIn', 'hasMark', 'ignored', 'literalsIn', 'mentionsFlat'].map(fact => `${fact}(builder/box/builder.go)`),
				'flatNames(builder/box/builder.go)', // its hcl2spec file is missing
				'bodyFindings(builder/box/builder.go Builder.Run )',
			],
		],
		[
			'an acceptance test',
			'builder/box/builder_acc_test.go',
			'Name: "box"',
			'Name: "crate"',
			[
				...go('builder/box/builder_acc_test.go', 'test'),
				...['parsed', 'goBody'].map(fact => `${fact}(builder/box/builder_acc_test.go test)`),
				'assignedFields(builder/box/builder_acc_test.go)',
				'caseNamesIn(builder/box/builder_acc_test.go)',
				'literalsIn(builder/box/builder_acc_test.go)',
				'mentionsFlat(builder/box/builder_acc_test.go)',
				'fixturesOf(builder/box/builder_acc_test.go)',
				'quotes(builder/box/builder_acc_test.go acme-box)',
				'usedIn(builder/box/builder_acc_test.go)',
				'bodyFindings(builder/box/builder_acc_test.go test )',
			],
		],
		[
			'the version',
			'version/version.go',
			'"dev"',
			'"beta"',
			[
				...go('version/version.go', 'PluginVersion'),
				...['parsed', 'goBody', 'callsOf'].map(fact => `${fact}(version/version.go PluginVersion)`),
				...['builderIdsIn', 'droppedIn', 'hasMark', 'ignored', 'literalsIn', 'writtenIn'].map(fact => `${fact}(version/version.go)`),
				...['mentionsFlat(version/version.go)', 'pluginVersion()', 'lostFlags()', 'rule main/version-not-semver()'],
				...['unstamped()', 'rule release/ldflags-missing()', 'oddPrerelease()', 'rule main/version-prerelease()'],
				...[
					'bodyFindings(version/version.go PluginVersion )',
					'bodySpans(version/version.go PluginVersion)',
					'declarationSpans(version/version.go PluginVersion)',
				],
			],
		],
		[
			'a page',
			'docs/builders/box.mdx',
			'# Box',
			'# A box',
			[
				...['header', 'isTemplatePage', 'literalsIn', 'suppressions', 'text'].map(fact => `${fact}(docs/builders/box.mdx)`),
				...['badLinks', 'frontMatter', 'guidance', 'mdxOn', 'todos'].map(fact => `${fact}(docs/builders/box.mdx)`),
				...['exampleUses', 'options', 'partialsOf', 'renderedPage', 'renderedText', 'required', 'wordsOf', 'writtenCode'].map(
					fact => `${fact}(docs/builders/box.mdx)`,
				),
				...['remnantsInTexts()', 'undocumentedAttributes()', 'withoutExamples()', 'wrongBuilderIdLines()', 'wrongTypeLines()'],
			],
		],
		[
			'the license',
			'LICENSE',
			'2.0',
			'2.1',
			[
				'license()',
				'licenseMismatches()',
				'licenses()',
				'templateCopyright()',
				'rule license/missing()',
				'rule license/not-mpl()',
				'suppressions(LICENSE)',
				'text(LICENSE)',
			],
		],
		[
			'the release configuration',
			'.goreleaser.yml',
			'version: 2',
			'version: 1',
			[
				...['exists', 'literalsIn', 'parsedYaml', 'suppressions', 'text', 'yamlFile', 'yamlSpans'].map(fact => `${fact}(.goreleaser.yml)`),
				...['archives()', 'builds()', 'checksumName()', 'config()', 'expectedProject()', 'idleTargets()', 'makeCalls()', 'project()', 'published()', 'root()'],
				...['checksumDefect()', 'deprecatedOptions()', 'isEdited(version/version.go)', 'missingTargets()', 'missingVersion()', 'otherSdcs()', 'refusal()'],
				...['shallowCheckout()', 'stops()', 'unstamped()', 'wrapped()', 'rule release/ldflags-missing()'],
				'rule syntax/yaml()',
				'lastingDraft()',
				'idlePluginCheck()',
				'docsZip()',
			],
		],
	];
	for (const [what, path, from, to, again] of edits)
		it(`after an edit to ${what}, just what it means runs again`, () => {
			const { db, since } = open();
			since();
			change(db, path, source => source.replace(from, to));
			engine.check(db.get);
			assert.deepEqual(since().sort(), [...again, 'unreadable()'].sort());
		});

	it('looks at what an edit can have changed, however much there is besides', () => {
		const looks = (more: ReadonlyArray<readonly [path: string, text: string]>, path: string, from: string, to: string) => {
			let visited = 0;
			const db = plugin(new Map([...txtar(archive), ...more]), loaded, undefined, () => {
				visited++;
			});
			engine.check(db.get);
			visited = 0;
			change(db, path, source => source.replace(from, to));
			engine.check(db.get);
			assert.ok(visited > 0);
			return visited;
		};
		const folders = Array.from(
			{ length: 40 },
			(_, i) => [`other${i}/a.go`, `package other\n\nfunc A() string { return b() }\n\nfunc b() string { return "" }\n`] as const,
		);
		const edits = [
			['a page', 'docs/builders/box.mdx', '# Box', '# A box'],
			['a body', 'builder/box/builder.go', '"building"', '"still building"'],
		] as const;
		for (const [what, path, from, to] of edits) {
			const [few, many] = [looks([], path, from, to), looks(folders, path, from, to)];
			assert.ok(many < few + 30 * folders.length, `${what}: ${many} with 40 more packages, ${few} without`); // what reads all files looks through them
		}
	});

	it('random edits leave what a fresh database says', () => {
		const whole = new Map(txtar(archive));
		const paths = [...whole.keys()].filter(path => path !== 'repository');
		const edit = fc.record({
			path: fc.constantFrom(...paths),
			from: fc.double({ min: 0, max: 1, noNaN: true }),
			length: fc.nat(40),
			text: fc.constantFrom('', '}', '\n', '"', 'x', '// ', '{', 'Token', 'func f() {}\n'),
		});
		const say = (db: Database) => engine.check(db.get).findings.map(({ rule, path, span, message }) => `${path}:${span.start}-${span.end} ${rule} ${message}`);
		fc.assert(
			fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), edits => {
				const kept = plugin(whole, loaded);
				say(kept);
				const texts = new Map(whole);
				for (const { path, from, length, text: added } of some(edits)) {
					const source = texts.get(path) ?? '';
					const at = Math.floor(from * source.length);
					texts.set(path, source.slice(0, at) + added + source.slice(at + length));
					kept.setFile(path, { text: texts.get(path) ?? '' });
					assert.deepEqual(say(kept), say(plugin(texts, loaded)));
					kept.collect();
				}
			}),
			{ numRuns: 25 },
		);
	}).timeout(120_000);

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
