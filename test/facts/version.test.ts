import assert from 'node:assert/strict';
import { pluginVersion, versionProblem } from '../../server/src/facts/plugin/version';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { txtar } from '../support/txtar';

const goMod = '-- go.mod --\nmodule example.org/acme\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n';
const main = (argument: string, more = '') =>
	`-- main.go --\npackage main\n\nimport (\n\town "example.org/acme/version"\n\t"github.com/hashicorp/packer-plugin-sdk/plugin"\n\t"github.com/hashicorp/packer-plugin-sdk/version"\n)\n\n${more}func main() {\n\tpps := plugin.NewSet()\n\tpps.SetVersion(${argument})\n\tpps.Run()\n}\n`;
const own = (body: string) =>
	`-- version/version.go --\npackage version\n\nimport (\n\t_ "embed"\n\t"strings"\n\n\t"github.com/hashicorp/packer-plugin-sdk/version"\n)\n\n${body}\n`;

describe('facts/version', () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});
	const version = (archive: string) => plugin(txtar(goMod + archive), loaded).get(pluginVersion);

	it('constants and variables of a version package', () => {
		const made = version(
			main('own.PluginVersion') +
				own('const Version = "1.2.3"\n\nvar (\n\tPre = "dev"\n\tMeta = "m1"\n\tPluginVersion = version.NewPluginVersion(Version, Pre, Meta)\n)'),
		);
		assert.deepEqual([made?.maker, made?.text, made?.linked], ['NewPluginVersion', '1.2.3-dev+m1', false]);
		assert.deepEqual([made?.version?.place.path, made?.version?.variable, made?.prerelease?.variable], ['version/version.go', undefined, 'Pre']);
	});

	it('a version that is written where it is set, joined, or in one of the older ways', () => {
		assert.equal(version(main('version.NewRawVersion("1.0" + suffix)', 'const suffix = ".7-rc1"\n\n'))?.text, '1.0.7-rc1');
		assert.equal(version(main('version.InitializePluginVersion("1.2.3", "")'))?.text, '1.2.3');
		assert.equal(version(main('version.InitializePluginVersion("", "dev")'))?.text, '0.0.0-dev');
	});

	it('an embedded file', () => {
		const embedded = own('//go:embed VERSION\nvar raw string\n\nvar PluginVersion = version.NewRawVersion(strings.TrimSpace(raw))');
		const made = version(`${main('own.PluginVersion')}${embedded}-- version/VERSION --\n2.0.1\n`);
		assert.deepEqual([made?.text, made?.version?.place.path], ['2.0.1', 'version/VERSION']);
	});

	it('what only running or linking tells', () => {
		assert.equal(version(main('own.PluginVersion') + own('var Version string\n\nvar PluginVersion = version.NewRawVersion(Version)'))?.text, undefined);
		assert.equal(version(main('elsewhere()')), undefined);
		const linked = `${main('own.PluginVersion')}${own('var Version = "0.0.1"\n\nvar PluginVersion = version.NewRawVersion(Version)')}-- .goreleaser.yml --\nbuilds:\n  - ldflags: -X example.org/acme/version.Version={{ .Version }}\n`;
		assert.deepEqual([version(linked)?.text, version(linked)?.linked], ['0.0.1', true]);
	});

	it('versions are taken as hashicorp/go-version takes them', () => {
		for (const good of ['1.2.3', 'v1.2.3', '1', '1.0', '1.2.3-dev', '1.2.3-rc.1+build.5', '0.0.0', '1.2.3dev'])
			assert.equal(versionProblem(good), undefined, good);
		for (const bad of ['', 'dev', '1.2.', '1..2', '1.2.3 ', '1.2.3+', '1.2.3-a_b']) assert.equal(versionProblem(bad), 'malformed', bad);
		assert.equal(versionProblem('1.2.3.4'), 'segments');
	});
});
