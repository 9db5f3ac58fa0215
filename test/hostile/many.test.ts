import { assertProportionalTo } from '../support/proportional';
import { checker } from './checker';
import type { Files } from './holds';
import { original } from './original';

/** So many of each kind of thing. */
const number = 2000;

const each = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i)).join('');
const files = (count: number, path: (i: number) => string, text: (i: number) => string) => new Map(Array.from({ length: count }, (_, i) => [path(i), text(i)]));

/** A step with statements in `Run` and in `Cleanup`. */
const step = (run: string, cleanup: string) => `package crate

import (
	"context"

	"github.com/hashicorp/packer-plugin-sdk/multistep"
)

type stepLong struct{}

func (s *stepLong) Run(ctx context.Context, state multistep.StateBag) multistep.StepAction {
${run}	return multistep.ActionContinue
}

func (s *stepLong) Cleanup(state multistep.StateBag) {
${cleanup}}
`;

/** Plugins with many of one thing. */
const plugins: Readonly<Record<string, (start: Files, count: number) => Files>> = {
	'registered components': (start, count) =>
		edited(start, 'main.go', text =>
			text.replace('pps.RegisterBuilder(', `${each(count, i => `pps.RegisterBuilder("c${i}", new(crateBuilder.Builder))\n\t`)}pps.RegisterBuilder(`),
		),
	'components registered twice': (start, count) =>
		edited(start, 'main.go', text =>
			text.replace('pps.RegisterBuilder(', `${each(count, i => `pps.RegisterBuilder("c${i >> 1}", new(crateBuilder.Builder))\n\t`)}pps.RegisterBuilder(`),
		),
	'configuration fields': (start, count) =>
		edited(start, 'builder/crate/config.go', text =>
			text.replace('type Config struct {', `type Config struct {\n${each(count, i => `\tF${i} string \`mapstructure:"f${i}_password"\`\n`)}`),
		),
	'documentation pages': (start, count) =>
		with_(
			start,
			files(
				count,
				i => `docs/builders/p${i}.mdx`,
				() => 'no front matter\n',
			),
		),
	'documentation pages in an unknown folder': (start, count) =>
		with_(
			start,
			files(
				count,
				i => `docs/guides/p${i}.mdx`,
				i => `---\npage_title: a: b\n---\n\n# A\n\nSee [b](../b${i}.mdx).\n\n@include 'b${i}.mdx'\n`,
			),
		),
	workflows: (start, count) =>
		with_(
			start,
			files(
				count,
				i => `.github/workflows/p${i}.yml`,
				() => 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: make x\n',
			),
		),
	'components in metadata.hcl': (start, count) =>
		edited(start, '.web-docs/metadata.hcl', text =>
			text.replace(/\}\s*$/, `${each(count, i => `component {\n type = "builder"\n name = "x${i}"\n slug = "s${i}"\n}\n`)}}\n`),
		),
	'packages with a directive': (start, count) =>
		with_(
			start,
			files(
				count,
				i => `builder/b${i}/c.go`,
				i => `package b${i}\n\n//go:generate packer-sdc mapstructure-to-hcl2 -type Config\ntype Config struct {\n A string \`mapstructure:"a"\`\n}\n`,
			),
		),
	'acceptance tests': (start, count) =>
		with_(
			start,
			files(
				count,
				i => `builder/crate/t${i}_acc_test.go`,
				i =>
					`package crate\n\nimport "github.com/hashicorp/packer-plugin-sdk/acctest"\n\nfunc TestAcc${i}(t *testing.T) { acctest.TestPlugin(t, &acctest.PluginTestCase{Name: "a${i}"}) }\n`,
			),
		),
	'fences of HCL': (start, count) =>
		edited(
			start,
			'docs/README.md',
			text => text + each(count, i => `\n\`\`\`hcl\npacker {\n required_plugins {\n  a = { source = "github.com/x/y${i}", version = ">= 1" }\n }\n}\n\`\`\`\n`),
		),
	'slices of slices of structs': (start, count) =>
		edited(start, 'builder/crate/config.go', text =>
			text.replace('type Config struct {', `type Part struct{}\n\ntype Config struct {\n\tParts ${'[]'.repeat(count)}Part \`mapstructure:"parts"\`\n`),
		),
	'structs in fields of each other': (start, count) =>
		edited(start, 'builder/crate/config.go', text =>
			text
				.replace('type Config struct {', 'type Config struct {\n\tChain T0 `mapstructure:"chain"`\n')
				.concat(each(count / 4, i => `\ntype T${i} struct {\n\tNext T${i + 1} \`mapstructure:"next"\`\n}\n`)),
		),
	'returns of a step that halt': (start, count) =>
		with_(
			start,
			new Map([
				[
					'builder/crate/long.go',
					step(
						each(count, () => '\tif err := work(); err != nil {\n\t\treturn multistep.ActionHalt\n\t}\n'),
						'',
					),
				],
			]),
		),
	'assertions in a cleanup': (start, count) =>
		with_(
			start,
			new Map([
				[
					'builder/crate/long.go',
					step(
						'\tstate.Put("a", "b")\n',
						each(count, i => `\ta${i} := state.Get("a").(string)\n\tuse(a${i})\n`),
					),
				],
			]),
		),
	'structs that embed each other': (start, count) =>
		with_(start, new Map([['builder/crate/chain.go', `package crate\n${each(count, i => `type T${i} struct { T${i + 1} }\n`)}`]])),
	'systems and architectures of a build': (start, count) => with_(start, new Map([['.goreleaser.yml', goreleaser(count, count, 1)]])),
	'archives of forty platforms': (start, count) => with_(start, new Map([['.goreleaser.yml', goreleaser(40, 1, count)]])),
	'targets of Make that call each other': (start, count) =>
		with_(
			start,
			new Map([
				[
					'GNUmakefile',
					`${each(count / 50, i => `t${i}: t${i + 1} t${i + 2} t${(i * 7) % 40}\n\t$(MAKE) t${i + 1}\n\t@make t${i + 2}\n`)}build dev generate: t0\n`,
				],
			]),
		),
	'commands of a script': (start, count) =>
		with_(
			start,
			new Map([
				['.github/workflows/set.yml', script(count, i => `echo "::set-output name=a${i}::b"`)],
				['.github/workflows/make.yml', script(count, () => 'sudo env A=b make build')],
				['.github/workflows/sdc.yml', script(count, () => 'go install github.com/hashicorp/packer-plugin-sdk/cmd/packer-sdc@v0.3.0')],
				['.github/workflows/secrets.yml', script(count, i => `curl -H "\${{ secrets.A${i} }}" x`)],
			]),
		),
	'types of templates': (start, count) =>
		with_(
			start,
			new Map([
				['builder/crate/test-fixtures/z.pkr.hcl', each(count, i => `source "parcel-q${i}" "x" {\n}\n`)],
				['example/z.pkr.hcl', each(count, i => `source "parcel-q${i}" "x" {\n}\n`)],
			]),
		),
	'templates in one folder': (start, count) =>
		with_(
			start,
			files(
				count * 2,
				i => `example/many/z${i}.pkr.hcl`,
				i => `packer {\n  required_plugins {\n    q${i} = {\n      source = "github.com/parcelworks/parcel"\n      version = ">= 1.0.0"\n    }\n  }\n}\n`,
			),
		),
	'variables of a Makefile': (start, count) =>
		with_(start, new Map([['GNUmakefile', `NAME=parcel\n${each(count, i => `BINARY${i}=packer-plugin-\${NAME}\nx${i}:\n\tgo build -o \${BINARY${i}}\n`)}`]])),
	'sleeps of functions that call each other': (start, count) =>
		with_(
			start,
			new Map([
				[
					'builder/crate/chain.go',
					`package crate\n\nimport "time"\n${each(count * 2, i => `func f${i}() { time.Sleep(time.Hour); f${i + 1}() }\n`)}func init() { f0() }\n`,
				],
			]),
		),
	'functions that call each other': (start, count) =>
		with_(start, new Map([['builder/crate/chain.go', `package crate\n${each(count, i => `func f${i}() { f${i + 1}() }\n`)}`]])),
};

/** A workflow with a script of so many lines. */
const script = (count: number, line: (i: number) => string) =>
	`on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n${each(count, i => `          ${line(i)}\n`)}`;

/** A GoReleaser config that names systems, architectures and archives so often. */
const goreleaser = (systems: number, architectures: number, archives: number) => `version: 2
builds:
  - goos: [${each(systems, () => 'linux, ')}]
    goarch: [${each(architectures, () => 'amd64, ')}]
    binary: 'packer-plugin-acme_v{{ .Version }}_x5.0_{{ .Os }}_{{ .Arch }}'
archives:
${each(archives, i => `  - id: a${i}\n    formats: [zip]\n    name_template: 'packer-plugin-acme_v{{ .Version }}_x5.0_{{ .Os }}_{{ .Arch }}_${i}'\n`)}`;

const with_ = (start: Files, others: Files): Files => new Map([...start, ...others]);
const edited = (start: Files, path: string, edit: (text: string) => string): Files => new Map(start).set(path, edit(start.get(path) ?? ''));

describe('hostile: plugins that grow', () => {
	const check = checker();
	const start = original();

	for (const [what, of] of Object.entries(plugins))
		it(`a check takes time in proportion to its ${what}`, () => assertProportionalTo(number, count => check(of(start, count)), what)).timeout(60_000);
});
