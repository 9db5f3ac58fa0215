import assert from 'node:assert/strict';
import { callsTo } from '../../server/src/facts/go/calls';
import { selected } from '../../server/src/facts/go/resolve';
import { settingVersion } from '../../server/src/facts/plugin/versionFix';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';

const main = `package main

import "github.com/hashicorp/packer-plugin-sdk/plugin"

func main() {
	pps := plugin.NewSet()
	pps.Run()
}
`;

describe('the version package that a fix makes', () => {
	for (const [sdk, call] of [
		['v0.2.9', 'version.InitializePluginVersion(Version, VersionPrerelease)'],
		['v0.5.2', 'version.InitializePluginVersion(Version, VersionPrerelease)'],
		['v0.5.3', 'version.NewPluginVersion(Version, VersionPrerelease, VersionMetadata)'],
		['v0.6.10', 'version.NewPluginVersion(Version, VersionPrerelease, VersionMetadata)'],
	] as const)
		it(`calls what the SDK has at ${sdk}`, async () => {
			const gomod = `module github.com/acme/packer-plugin-acme\n\nrequire github.com/hashicorp/packer-plugin-sdk ${sdk}\n`;
			const { get } = plugin(new Map(Object.entries({ 'go.mod': gomod, 'main.go': main })), await grammars());
			const [set] = get(callsTo, selected('NewSet'));
			assert.ok(set);
			const made = settingVersion(get, set).flatMap(edit => (edit.kind === 'create' ? [edit.text] : []));
			assert.equal(made.length, 1);
			assert.equal(/PluginVersion = (.*)/.exec(made[0] ?? '')?.[1], call);
			assert.equal(made[0]?.includes('VersionMetadata'), call.includes('VersionMetadata'));
		});
});
