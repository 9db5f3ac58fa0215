import assert from 'node:assert/strict';
import { makeTargets, recipeOf } from '../../server/src/facts/ci/make';
import { releasing } from '../../server/src/facts/ci/releasing';
import { settings, settingsFile } from '../../server/src/facts/readiness/settings';
import { builds } from '../../server/src/facts/release/builds';
import { published } from '../../server/src/facts/release/config';
import { linkerFlags } from '../../server/src/facts/release/linker';
import { project } from '../../server/src/facts/release/project';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';

const open = async (files: Readonly<Record<string, string>>, computed?: (name: string, key: string) => void) =>
	plugin(Object.entries({ 'go.mod': 'module github.com/acme/packer-plugin-acme\n', ...files }), await grammars(), computed);

describe('release facts', () => {
	it('lists the platforms of a build as GoReleaser does', async () => {
		const db = await open({
			'.goreleaser.yml':
				'builds:\n- goos: [linux, darwin, windows]\n  goarch: [amd64, arm]\n  goarm: [6, 7]\n  ignore:\n  - goos: windows\n    goarm: 6\n  - goarch: arm\n    goarm: 7\n- targets: [linux_arm, go_first_class]\n',
		});
		const names = db.get(builds)?.map(build => build.targets.map(({ os, arch, fields }) => `${os}/${arch}${fields.Arm}${fields.Amd64}`));
		assert.deepEqual(names?.[0], ['linux/amd64v1', 'linux/arm6', 'darwin/amd64v1', 'windows/amd64v1']);
		assert.equal(names?.[1]?.length, 8); // each once
	});

	it('resolves the name of the project in GoReleaser’s order', async () => {
		const name = async (config: string, more = {}) => (await open({ '.goreleaser.yml': config, ...more })).get(project)?.name;
		assert.equal(await name('project_name: one\nrelease: {github: {name: two}}'), 'one');
		assert.equal(await name('release: {github: {name: two}}'), 'two');
		assert.equal(await name('version: 2'), 'packer-plugin-acme');
		assert.equal(await name('version: 2', { 'go.mod': 'module example.com/acme/v3\n' }), 'v3');
		assert.equal(await name('version: 2', { 'Cargo.toml': '[package]\nname = "crate"\n' }), 'crate');
		assert.equal(await name("project_name: '{{ .Env.X }}'"), '{{ .Env.X }}'); // not a template
		// GoReleaser 2.15 and 1.26 take the repository from `origin` before they ask for the module, unless there is no release.
		const builder = { 'go.mod': 'module github.com/acme/packer-builder-cloud\n', repository: 'origin: acme/packer-plugin-cloud\n' };
		assert.equal(await name('version: 2', builder), 'packer-plugin-cloud');
		assert.equal(await name('release: {disable: true}', builder), 'packer-builder-cloud');
		assert.equal(await name('project_name: one', builder), 'one');
		assert.equal(await name('version: 2', { ...builder, repository: 'origin: acme/tools\nsubdirectory: cloud\n' }), undefined);
	});

	it('reads -X flags in every way that Go takes them', async () => {
		const flags = "builds:\n- ldflags:\n  - -s -w -X main.a={{ .Version }} -X=main.b= -X 'main.c=d e'\n  - '-X \"main.f={{ .Tag }}\" -extldflags=-static'\n";
		const db = await open({ '.goreleaser.yml': flags, 'main.go': 'package main\n\nvar a string\n\nconst b = ""\n\nvar c, f = "", f()\n' });
		assert.deepEqual(
			db.get(linkerFlags).map(({ target, value, effect }) => [target, value, effect]),
			[
				['main.a', '{{ .Version }}', 'set'],
				['main.b', '', 'constant'],
				['main.c', 'd', 'set'],
				['main.f', '{{ .Tag }}', 'computed'],
			],
		);
	});

	it('knows all targets of a Makefile, or that it does not', async () => {
		const make = (await open({ Makefile: 'A = one two\n$(A): dep\n\techo $(A)\ndep:\n\techo dep\n-include rules/*.mk\n' })).get(makeTargets);
		assert.deepEqual(
			make?.targets.map(t => t.name),
			['one', 'two', 'dep'],
		);
		assert.equal(make?.complete, false);
		assert.deepEqual(make && recipeOf(make, 'two'), ['echo dep', 'echo one two']);
	});

	it('sees who releases, through Makefiles and scripts', async () => {
		const workflow = (run: string) => `on: push\njobs:\n  a:\n    steps:\n    - run: ${run}\n`;
		const how = async (run: string, more = {}) => {
			const { steps, unknown } = (await open({ '.github/workflows/a.yml': workflow(run), ...more })).get(releasing);
			return unknown ? 'unknown' : steps.map(step => step.how).join();
		};
		assert.equal(await how('goreleaser release --clean'), 'goreleaser');
		assert.equal(await how('goreleaser -f x.yml check'), '');
		assert.equal(await how('goreleaser --clean --skip publish'), '');
		assert.equal(await how('docker run --rm goreleaser/goreleaser:v2 release'), 'goreleaser');
		assert.equal(await how('make publish', { Makefile: 'publish:\n\t@scripts/up.sh\n', 'scripts/up.sh': 'gh release upload v1 dist/*\n' }), 'upload');
		assert.equal(await how('make publish', { Makefile: 'include elsewhere.mk\n' }), 'unknown');
		assert.equal(await how('task release'), 'unknown');
		assert.equal(await how('echo goreleaser release'), '');
		assert.equal(await how('go run github.com/goreleaser/goreleaser/v2@latest release'), 'goreleaser');
		assert.equal(await how('goreleaser continue --merge'), 'goreleaser');
		assert.equal(await how('goreleaser release --split'), '');
		assert.equal(await how('make', { Makefile: 'all: up\nup:\n\tghr v1 dist\n' }), 'upload');
		assert.equal(await how('scripts/up', { 'scripts/up': '#!/bin/sh\nmake up\n', Makefile: 'up:\n\t$(MAKE) really\nreally:\n\tghr v1 dist\n' }), 'upload');
		assert.equal(await how('python release.py'), 'unknown');
		assert.equal(await how('make -C tools release'), 'unknown');
		assert.equal(await how('make -C tools lint'), '');
	});

	it('sees what somebody runs by hand, where no workflow publishes', async () => {
		const byHand = async (files: Readonly<Record<string, string>>) => (await open(files)).get(releasing).byHand.map(({ how }) => how);
		assert.deepEqual(await byHand({ Makefile: 'release: build\n\tgoreleaser release\nbuild:\n\tgo build\n' }), ['goreleaser']);
		assert.deepEqual(await byHand({ 'scripts/release.sh': 'gh release create v1 dist/*\n' }), ['upload']);
		assert.deepEqual(await byHand({ Makefile: 'snapshot:\n\tgoreleaser release --snapshot\n' }), []);
	});

	it('finds the config that what publishes reads', async () => {
		const workflow = (name: string, on: string, args: string) => ({
			[`.github/workflows/${name}.yml`]: `on: ${on}\njobs:\n  a:\n    steps:\n    - uses: goreleaser/goreleaser-action@v7\n      with: {args: '${args}'}\n`,
		});
		const nightly = workflow('nightly', 'schedule', 'release --config .goreleaser-nightly.yml');
		const own = workflow('own', '{push: {tags: [v*]}}', 'release -f release.yml');
		const all = { '.goreleaser-nightly.yml': 'version: 2\n', 'release.yml': 'version: 2\n' };
		const of = async (files: Readonly<Record<string, string>>) => (await open({ ...all, ...files })).get(published)?.path;
		assert.equal(await of(nightly), '.goreleaser-nightly.yml');
		assert.equal(await of({ ...nightly, ...own }), 'release.yml');
		const found = { '.goreleaser.yml': 'version: 2\n' };
		assert.equal(await of({ ...nightly, ...workflow('release', 'push', 'release'), ...found }), '.goreleaser.yml');
		assert.equal(await of({ ...workflow('check', 'pull_request', 'check'), ...found }), undefined);
		assert.equal(await of({ ...workflow('check', 'pull_request', 'check'), ...found, Makefile: 'release:\n\tgoreleaser release\n' }), '.goreleaser.yml');
		assert.equal(await of({ ...workflow('a', 'push', 'release'), ...found, '.goreleaser.yml': 'release: {skip_upload: true}\n' }), undefined);
		assert.equal(await of({ ...workflow('a', 'push', 'release'), ...found, '.goreleaser.yml': 'release: {disable: false}\n' }), '.goreleaser.yml');
		const elsewhere = 'on: push\njobs:\n  a:\n    steps:\n    - uses: goreleaser/goreleaser-action@v7\n      with: {args: release, workdir: plugin}\n';
		assert.equal(await of({ ...found, '.github/workflows/a.yml': elsewhere }), undefined);
	});

	it('lists the builds of the plugin, without those of other programs and what one binary for macOS replaces', async () => {
		const main = 'package main\n\nimport "github.com/hashicorp/packer-plugin-sdk/plugin"\n\nfunc main() { plugin.NewSet().Run() }\n';
		const config =
			'builds:\n- {id: a, goos: [linux, darwin], goarch: [amd64]}\n- {id: b, main: ./cmd/helper/main.go}\n- {id: c, main: ./generated}\nuniversal_binaries: [{replace: true}]\n';
		const db = await open({ 'main.go': main, 'cmd/helper/main.go': 'package main\n\nfunc main() {}\n', '.goreleaser.yml': config });
		assert.deepEqual(
			db.get(builds)?.map(({ id }) => id),
			['a', 'c'],
		);
		assert.deepEqual(
			db.get(builds)?.[0]?.targets.map(({ os }) => os),
			['linux'],
		);
	});

	it('reads settings, and leaves out what is wrong', async () => {
		const db = await open({
			'.packer-readiness.yml':
				'target: community\nrules:\n  license/missing: off\n  license/not-mpl: {severity: info, reason: agreed}\n  acctest/missing: no\n',
		});
		assert.deepEqual(db.get(settings), {
			target: 'community',
			exemptions: [],
			rules: { 'license/missing': { severity: 'off' }, 'license/not-mpl': { severity: 'info', reason: 'agreed' } },
		});
		assert.deepEqual(
			db
				.get(settingsFile)
				?.problems.map(p => [p.kind, p.said])
				.filter(([kind]) => kind !== 'rule'),
			[['severity', 'no']],
		);
		assert.deepEqual((await open({})).get(settings), { target: 'partner', rules: {}, exemptions: [] });
	});

	it('computes nothing anew from a config whose comments change', async () => {
		const seen: string[] = [];
		const config = 'version: 2\nbuilds:\n- ldflags: -X main.version={{ .Version }}\n';
		const db = await open({ '.goreleaser.yml': config, 'main.go': 'package main\n\nvar version string\n' }, name => seen.push(name));
		db.get(linkerFlags);
		seen.length = 0;
		db.setFile('.goreleaser.yml', { text: `# Releases\n${config}` });
		db.get(linkerFlags);
		assert.deepEqual(
			seen.filter(name => !/^(?:text|parsedYaml|yaml\w+|exists)$/.test(name)),
			[],
		);
	});
});
