import assert from 'node:assert/strict';
import { matchesTag, runsOnTag } from '../../server/src/facts/ci/tagPattern';
import { workflow } from '../../server/src/facts/ci/workflows';
import type { Preview } from '../../server/src/facts/release/preview/model';
import { nextTag, tagProblem } from '../../server/src/facts/release/preview/nextTag';
import { preview } from '../../server/src/facts/release/preview/preview';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';

const right = '{{ .ProjectName }}_v{{ .Version }}_x5.0_{{ .Os }}_{{ .Arch }}';
const files = {
	'go.mod': 'module github.com/acme/packer-plugin-acme\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n',
	'main.go':
		'package main\n\nimport (\n\t"github.com/hashicorp/packer-plugin-sdk/plugin"\n\t"github.com/hashicorp/packer-plugin-sdk/version"\n)\n\nfunc main() {\n\tpps := plugin.NewSet()\n\tpps.SetVersion(version.NewPluginVersion("1.2.3", "", ""))\n\tpps.Run()\n}\n',
	'.github/workflows/release.yml': `name: release
on:
  push:
    tags: ['v*']
permissions:
  contents: write
env:
  KEY: \${{ secrets.OTHER_KEY }}
jobs:
  goreleaser:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: goreleaser/goreleaser-action@v6
        env:
          GITHUB_TOKEN: \${{ secrets.GITHUB_TOKEN }}
`,
};
const config = (more: { binary?: string; archive?: string; formats?: string; sums?: string; rest?: string }) => `version: 2
builds:
  - binary: '${more.binary ?? right}'
    goos: [linux, windows]
    goarch: [amd64]
archives:
  - formats: [${more.formats ?? 'zip'}]
    name_template: '${more.archive ?? right}'
checksum:
  name_template: '${more.sums ?? '{{ .ProjectName }}_v{{ .Version }}_SHA256SUMS'}'
${more.rest ?? ''}`;

async function open(more: Readonly<Record<string, string>>) {
	return plugin(Object.entries({ ...files, ...more }), await grammars());
}
const of = async (goreleaser: string, tag = 'v1.2.3', more: Readonly<Record<string, string>> = {}): Promise<Preview> =>
	(await open({ '.goreleaser.yml': goreleaser, ...more })).get(preview, tag);
const on = ({ platforms }: Preview, platform: string) => platforms.find(one => one.platform === platform);

describe('the preview of a release', () => {
	it('says of several builds the one that reports another version, and what is not known', async () => {
		const silent = (files['main.go'] as string).replace('version.NewPluginVersion("1.2.3", "", "")', 'made()');
		const unknown = await of(config({}), 'v1.2.3', { 'main.go': silent });
		assert.deepEqual([unknown.reports, unknown.unknown.map(({ text }) => text)], [undefined, ['The version that the plugin reports is not known.']]);
		assert.deepEqual((await of(config({}), 'v1.2.4')).reports, { version: '1.2.3', matches: false });
		assert.deepEqual((await of(config({}))).reports, { version: '1.2.3', matches: true });
	});

	it('stops at a flag that GoReleaser does not have, and says that a draft stays one', async () => {
		const workflow = files['.github/workflows/release.yml'].replace(
			'goreleaser-action@v6\n',
			'goreleaser-action@v6\n        with:\n          args: release --rm-dist\n',
		);
		const stopped = await of(config({}), 'v1.2.3', { '.github/workflows/release.yml': workflow });
		assert.deepEqual(
			stopped.stops.map(({ text }) => text),
			['GoReleaser 2 stops: `unknown flag: --rm-dist`.'],
		);
		const draft = await of(config({ rest: 'release:\n  draft: true\n' }));
		assert.deepEqual(
			draft.unknown.map(({ text }) => text),
			['The release stays a draft until somebody publishes it.'],
		);
	});

	it('evaluates no options of GoReleaser Pro, and lists no signature that is not made', async () => {
		const with_ = (more: string) =>
			files['.github/workflows/release.yml'].replace('goreleaser-action@v6\n', `goreleaser-action@v6\n        with:\n          ${more}\n`);
		const pro = await of(config({ rest: 'variables:\n  a: b\n' }), 'v1.2.3', { '.github/workflows/release.yml': with_('distribution: goreleaser-pro') });
		assert.deepEqual([pro.stops, pro.unknown.map(({ text }) => text).slice(0, 1)], [[], ['GoReleaser Pro is used, whose own options are not evaluated.']]);
		const signed = config({ rest: 'signs:\n  - artifacts: checksum\n' });
		const kinds = async (more: string) => (await of(signed, 'v1.2.3', { '.github/workflows/release.yml': with_(more) })).assets.map(({ kind }) => kind);
		assert.ok((await kinds('args: release --clean')).includes('signature'));
		assert.ok(!(await kinds('args: release --clean --skip=sign')).includes('signature'));
	});

	it('tells the portal of the tags for which its workflow runs', async () => {
		const notify = `on:\n  push:\n    tags: ['v*.*.*']\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: hashicorp/integration-release-action@v1\n`;
		const told = async (tag: string) => (await of(config({}), tag, { '.github/workflows/notify.yml': notify })).portal;
		assert.deepEqual([await told('v1.2.3'), await told('v1.2'), await told('main')], [true, false, false]);
	});

	it('does not say that nobody publishes where something may', async () => {
		const with_ = (run: string) => `on:\n  push:\n    tags: ['v*']\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${run}\n`;
		const { mayPublish, publishers } = await of(config({}), 'v1.2.3', { '.github/workflows/release.yml': with_('task release') });
		assert.deepEqual([mayPublish, publishers], [true, []]);
		assert.equal((await of(config({}), 'v1.2.3', { '.github/workflows/release.yml': with_('go build') })).mayPublish, false);
	});

	it('names each file, and the platforms that are installed', async () => {
		const found = await of(config({}));
		assert.deepEqual(
			found.assets.map(({ name, kind, entry, installs }) => [name, kind, entry, installs]),
			[
				['packer-plugin-acme_v1.2.3_x5.0_linux_amd64.zip', 'archive', 'packer-plugin-acme_v1.2.3_x5.0_linux_amd64', true],
				['packer-plugin-acme_v1.2.3_x5.0_windows_amd64.zip', 'archive', 'packer-plugin-acme_v1.2.3_x5.0_windows_amd64.exe', true],
				['packer-plugin-acme_v1.2.3_SHA256SUMS', 'checksums', undefined, undefined],
			],
		);
		assert.deepEqual(on(found, 'darwin/arm64'), { platform: 'darwin/arm64', common: true, installs: false, why: 'Nothing is built for it.' });
		assert.deepEqual([found.stops, found.unknown, found.goreleaser], [[], [], { major: 2, known: true }]);
	});

	/** What makes a release that Packer does not install, and why it says so. */
	const wrong: ReadonlyArray<readonly [what: string, config: string, why: RegExp]> = [
		[
			'an archive without v',
			config({ archive: right.replace('_v{', '_{') }),
			/reads version `1\.2\.3` from `.*`.* needs `packer-plugin-acme_v1\.2\.3_x5\.0_linux_amd64\.zip`/,
		],
		['an archive with another API version', config({ archive: right.replace('x5.0', 'x5.1') }), /API version `x5\.1`/],
		['an archive of another system', config({ archive: right.replace('.Os', 'title .Os') }), /cannot read/],
		['no zip archive', config({ formats: 'tar.gz' }), /cannot read `.*\.tar\.gz`/],
		['a plain binary', config({ formats: 'binary' }), /cannot read `packer-plugin-acme_v1\.2\.3_x5\.0_linux_amd64`/], // its extension is `.0_linux_amd64`
		['another archive', config({ formats: 'tgz' }), /is not a zip archive/],
		[
			'a binary of another name',
			config({ binary: 'packer-plugin-acme' }),
			/looks for `packer-plugin-acme_v1\.2\.3_x5\.0_linux_amd64` in .*, which has `packer-plugin-acme`/,
		],
		[
			'a binary in a directory',
			config({ rest: 'project_name: packer-plugin-acme\n' }).replace('name_template', 'wrap_in_directory: inner\n    name_template'),
			/which has `inner\//,
		],
		[
			'a checksum file of another name',
			config({ sums: '{{ .ProjectName }}_v{{ .Version }}_x5.0_SHA256SUMS' }),
			/requests `packer-plugin-acme_v1\.2\.3_SHA256SUMS`/,
		],
		['no checksum file', config({}).replace(/checksum:\n.*\n/, 'checksum:\n  disable: true\n'), /has no checksum file/],
		['other checksums', config({ rest: '  algorithm: sha512\n' }), /are sha512/],
	];
	for (const [what, goreleaser, why] of wrong)
		it(`says why nothing installs ${what}`, async () => {
			const linux = on(await of(goreleaser), 'linux/amd64');
			assert.equal(linux?.installs, false);
			assert.match(linux?.why ?? '', why);
		});

	it('says where GoReleaser stops, and that a variable is not set', async () => {
		const found = await of(config({ rest: 'nothing: true\n' }));
		assert.deepEqual(
			found.stops.map(({ text }) => text),
			['GoReleaser 2 has no option `nothing`, and rejects the config: `field nothing not found in type config.Project`.'],
		);
		const unset = await of(config({ binary: right.replace('x5.0', '{{ .Env.NOPE }}') }));
		assert.match(unset.stops[0]?.text ?? '', /^GoReleaser stops: `template: failed to apply .*: map has no entry for key "NOPE"`\.$/);
		const unsigned = await of(config({ rest: "signs:\n  - artifacts: checksum\n    args: ['--local-user', '{{ .Env.GPG_FINGERPRINT }}', '${artifact}']\n" }));
		assert.match(unsigned.stops[0]?.text ?? '', /"GPG_FINGERPRINT"/);
	});

	it('guesses nothing: what a script decides is not known', async () => {
		const scripted = files['.github/workflows/release.yml'].replace('- uses: goreleaser/goreleaser-action@v6', '- run: . ./env.sh && goreleaser release');
		const found = await of(config({ archive: `{{ .Env.PREFIX }}_${right}` }), 'v1.2.3', { '.github/workflows/release.yml': scripted });
		assert.deepEqual(
			found.unknown.map(({ text }) => text),
			[`\`{{ .Env.PREFIX }}_${right}\` is not known before the release.`],
		);
		assert.equal(on(found, 'linux/amd64')?.installs, undefined);
		const assumed = await of(config({ archive: right.replace('x5.0', '{{ .Env.API_VERSION }}') }), 'v1.2.3', { '.github/workflows/release.yml': scripted });
		assert.deepEqual([assumed.assumed, on(assumed, 'linux/amd64')?.installs, assumed.unknown.length], [true, true, 1]);
	});

	const scripts: ReadonlyArray<readonly [run: string, assumed: boolean, why: string]> = [
		['goreleaser release --clean', false, 'the workflow sets it'],
		['go install x@v1 && $(go env GOPATH)/bin/goreleaser release', false, 'however it is called'],
		['export API_VERSION=x4.0; goreleaser release', true, 'the script sets it'],
		['. ./env.sh && goreleaser release', true, 'another script may set it'],
		['make release', true, 'the Makefile may set it'],
	];
	for (const [run, assumed, why] of scripts)
		it(`takes API_VERSION from the workflow where a script runs GoReleaser, unless something else may set it: ${run} (${why})`, async () => {
			const workflow = files['.github/workflows/release.yml']
				.replace('- uses: goreleaser/goreleaser-action@v6', `- run: ${run}`)
				.replace('env:\n', 'env:\n  API_VERSION: x5.0\n');
			const more = { '.github/workflows/release.yml': workflow, Makefile: 'release:\n\tgoreleaser release\n' };
			assert.equal((await of(config({ archive: right.replace('x5.0', '{{ .Env.API_VERSION }}') }), 'v1.2.3', more)).assumed, assumed);
		});

	it('knows that the pipeline of HashiCorp publishes, which no workflow here runs', async () => {
		const found = (await open({ '.github/workflows/release.yml': '', '.release/ci.hcl': 'schema = "2"\n' })).get(preview, 'v1.2.3');
		assert.deepEqual([found.publishers, found.mayPublish], [[], true]);
		assert.match(found.unknown[0]?.text ?? '', /own pipeline/);
		const nobody = (await open({ '.github/workflows/release.yml': '' })).get(preview, 'v1.2.3');
		assert.equal(nobody.mayPublish, false);
	});

	it('says of a config without a version that GoReleaser 2 requires one', async () => {
		const old = await of(config({ rest: 'changelog:\n  skip: true\n' }).replace('version: 2\n', ''));
		assert.match(old.stops[0]?.text ?? '', /^GoReleaser 2 requires `version: 2`, has no option `skip`, and rejects the config: `only version: 2 /);
	});

	it('says that a tag already exists, about no file', async () => {
		const repository = 'origin: acme/packer-plugin-acme\ntags: v1.2.2 v1.2.3\n';
		const [again, ...others] = (await of(config({}), 'v1.2.3', { repository })).unknown;
		assert.deepEqual([again?.place, others], [undefined, []]);
		assert.match(again?.text ?? '', /^Tag `v1\.2\.3` already exists/);
		assert.deepEqual((await of(config({}), 'v1.2.4', { repository })).unknown, []);
		assert.equal((await of(config({}), '1.2.5', { repository })).stops[0]?.place, undefined);
	});

	it('names the workflow that publishes, what it is given, and what it lacks', async () => {
		const [publisher, ...others] = (await of(config({}))).publishers;
		assert.deepEqual([publisher?.name, publisher?.runs, publisher?.secrets, publisher?.missing, others], ['release', 'tag', ['OTHER_KEY'], [], []]);
		assert.deepEqual(publisher?.actions, ['actions/checkout@v6', 'goreleaser/goreleaser-action@v6']);
		const reading = files['.github/workflows/release.yml'].replace('contents: write', 'contents: read');
		const denied = await of(config({}), 'v1.2.3', { '.github/workflows/release.yml': reading });
		assert.deepEqual(
			denied.publishers[0]?.missing.map(({ text }) => text),
			['Job has no permission `contents: write`, so it cannot publish.'],
		);
		const silent = { '.github/workflows/release.yml': files['.github/workflows/release.yml'].replace('permissions:\n  contents: write\n', '') };
		assert.match((await of(config({}), 'v1.2.3', silent)).publishers[0]?.missing[0]?.text ?? '', /may only read by default/);
		const before = { ...silent, repository: 'origin: acme/packer-plugin-acme\ntags: v1.2.2\n' };
		assert.deepEqual((await of(config({}), 'v1.2.3', before)).publishers[0]?.missing, [], 'it has published with that token');
		const published = files['.github/workflows/release.yml'].replace("push:\n    tags: ['v*']", 'release:\n    types: [published]');
		assert.equal((await of(config({}), 'v1.2.3', { '.github/workflows/release.yml': published })).publishers[0]?.runs, 'release');
	});

	it('says of a tag that Packer does not find it, or does not install it', () => {
		assert.equal(tagProblem('v1.2.3'), undefined);
		assert.match(tagProblem('1.2.3') ?? '', /not a version like/);
		assert.match(tagProblem('v1.2') ?? '', /not a version like/);
		assert.match(tagProblem('v1.2.3-rc1') ?? '', /prerelease/);
	});

	/** The tags that there are, the version in the source, and the tag that comes next. */
	const next: ReadonlyArray<readonly [tags: string, source: string | undefined, tag: string]> = [
		['', undefined, 'v0.1.0'],
		['', '1.0.0', 'v1.0.0'],
		['v0.9.0 v0.10.0 other', '0.10.0', 'v0.10.1'],
		['v0.9.0', '1.0.0', 'v1.0.0'],
		['v0.2.9 v0.3', undefined, 'v0.3.1'],
		['v1 v0.9.0', '0.9.0', 'v1.0.1'],
		['v1.1.0-rc1 v1.0.0', undefined, 'v1.0.1'],
	];
	for (const [tags, source, tag] of next)
		it(`${tag} comes after ${tags || 'no tag'}, with ${source ?? 'no version'} in the source`, async () => {
			const main = `package main

import (
	"github.com/hashicorp/packer-plugin-sdk/plugin"
	"github.com/hashicorp/packer-plugin-sdk/version"
)

func main() {
	pps := plugin.NewSet()
	pps.SetVersion(version.NewPluginVersion("${source ?? ''}", "dev", ""))
}
`;
			assert.equal(
				(await open({ 'main.go': main, ...(tags === '' ? {} : { repository: `origin: acme/packer-plugin-acme\ntags: ${tags}\n` }) })).get(nextTag),
				tag,
			);
		});

	/** Patterns of GitHub's for tags, and whether they take one ("Filter pattern cheat sheet"). */
	const patterns: ReadonlyArray<readonly [patterns: readonly string[], tag: string, takes: boolean | undefined]> = [
		[['v*'], 'v1.2.3', true],
		[['v*'], 'release/v1', false],
		[['**'], 'release/v1', true],
		[['v[0-9]+.[0-9]+.[0-9]+'], 'v1.2.30', true],
		[['v[0-9]+.[0-9]+.[0-9]+'], 'v1.2.3-rc1', false],
		[['v*', '!v*-rc*'], 'v1.2.3-rc1', false],
		[['!v*-rc*', 'v*'], 'v1.2.3-rc1', true],
		[['v?1.2.3'], '1.2.3', true],
		[['v*.*.*'], 'v1.2.3', true],
		[['${{ vars.TAGS }}'], 'v1.2.3', undefined],
	];
	for (const [texts, tag, takes] of patterns)
		it(`${texts.join(', ')} ${takes === undefined ? 'may take' : takes ? 'takes' : 'does not take'} ${tag}`, () =>
			assert.equal(
				matchesTag(
					texts.map(text => ({ text })),
					tag,
				),
				takes,
			));

	it('knows which pushes run a workflow', async () => {
		const runs = async (on: string) => {
			const found = (await open({ '.github/workflows/x.yml': `on: ${on}\njobs: {}\n` })).get(workflow, '.github/workflows/x.yml');
			return found && runsOnTag(found, 'v1.2.3');
		};
		assert.deepEqual(
			await Promise.all(
				[
					'push',
					'{push: {branches: [main]}}',
					"{push: {tags: ['w*']}}",
					"{push: {tags-ignore: ['w*']}}",
					'{release: {types: [published]}}',
					'workflow_call',
				].map(runs),
			),
			[true, false, false, true, false, undefined],
		);
	});
});
