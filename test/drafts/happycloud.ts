import { nothingRecorded, type Recorded } from '../../server/src/checklist/item';
import { type DraftKind, draft, outgoing } from '../../server/src/drafts/draft';
import type { Draft, Material, Outgoing } from '../../server/src/drafts/material';
import type { Report, Reported } from '../../server/src/engine/report';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';

export const commit = '0123456789abcdef0123456789abcdef01234567';

const register = (kind: string, name: string, type: string) => `\tpps.Register${kind}(${name}, new(${type}))`;

/** A plugin that lacks nothing, with documentation written by hand. */
export const files: Readonly<Record<string, string>> = {
	repository: `origin: acme/packer-plugin-happycloud\nbranch: main\ncommit: ${commit}\ntags: v1.9.0, v1.10.0, v2.0.0-beta`,
	'go.mod': 'module github.com/acme/packer-plugin-happycloud\n\ngo 1.24\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n',
	LICENSE: 'Mozilla Public License Version 2.0\n==================================\n',
	GNUmakefile: 'dev:\n\tgo build -o packer-plugin-happycloud\n\tpacker plugins install --path packer-plugin-happycloud github.com/acme/happycloud\n',
	'main.go': [
		'package main',
		'import (',
		'\t"github.com/acme/packer-plugin-happycloud/builder"',
		'\t"github.com/acme/packer-plugin-happycloud/image"',
		'\t"github.com/hashicorp/packer-plugin-sdk/plugin"',
		'\t"github.com/hashicorp/packer-plugin-sdk/version"',
		')',
		'func main() {',
		'\tpps := plugin.NewSet()',
		register('Builder', 'plugin.DEFAULT_NAME', 'builder.Builder'),
		register('Datasource', '"image"', 'image.Datasource'),
		'\tpps.SetVersion(version.NewPluginVersion("1.10.1", "dev", ""))',
		'\tpps.Run()',
		'}',
		'',
	].join('\n'),
	'builder/builder.go': 'package builder\nimport "os"\ntype Builder struct{}\nvar region = os.Getenv("HAPPYCLOUD_REGION")\n',
	'image/data.go': 'package image\ntype Datasource struct{}\n',
	'builder/builder_acc_test.go':
		'package builder\nimport (\n\t"os"\n\t"github.com/hashicorp/packer-plugin-sdk/acctest"\n)\nfunc TestAcc(t *testing.T) {\n\tif os.Getenv(acctest.TestEnvVar) == "" { t.Skip() }\n\tfor _, name := range []string{"HAPPYCLOUD_TOKEN", "HAPPYCLOUD_PROJECT"} {\n\t\tif os.Getenv(name) == "" { t.Skip(os.Getenv("HOME")) }\n\t}\n}\n',
	'docs/README.md': 'The HappyCloud plugin builds images.\n',
	'.web-docs/README.md': 'The HappyCloud plugin builds images.\n',
	'.web-docs/components/builder/happycloud/README.md': 'Builds images.\n',
	'.web-docs/components/data-source/image/README.md': 'Finds images.\n',
	'.web-docs/metadata.hcl': [
		'integration {',
		'  name = "HappyCloud"',
		'  description = "Build images for HappyCloud"',
		'  identifier = "packer/acme/happycloud"',
		'  component {',
		'    type = "builder"',
		'    name = "HappyCloud"',
		'    slug = "happycloud"',
		'  }',
		'  component {',
		'    type = "data-source"',
		'    name = "HappyCloud Image"',
		'    slug = "image"',
		'  }',
		'}',
		'',
	].join('\n'),
	'.github/workflows/notify.yaml':
		'on:\n  push:\n    tags: [v*]\n  workflow_dispatch:\njobs:\n  notify:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./integration-release-action\n        with:\n          integration_identifier: packer/acme/happycloud\n',
};

export const clean: Report = { findings: [], failures: [], unreadable: [] };

/** Every rule that a box of the integration request cannot do without. */
export const rules = [
	'webdocs/metadata-syntax',
	'webdocs/metadata-schema',
	'webdocs/identifier',
	'webdocs/leftover',
	'ci/notify-missing',
	'ci/notify-identifier',
	'docs/readme-missing',
	'docs/readme-source',
	'docs/component-page-missing',
	'webdocs/component-readme-missing',
];

export const finding = (over: Partial<Reported> & Pick<Reported, 'rule'>): Reported => ({
	key: 'k',
	severity: 'error',
	title: 'Wrong',
	message: 'Value is wrong.',
	path: 'main.go',
	span: { start: 0, end: 1 },
	item: 'develop-and-test',
	...over,
});

/** What differs from a plugin that lacks nothing; a file of undefined is not there. */
export interface Change extends Partial<Omit<Material, 'recorded'>> {
	readonly files?: Readonly<Record<string, string | undefined>>;
	readonly recorded?: Partial<Recorded>;
}

/** A draft of the plugin, with changes. */
export async function drafted(kind: DraftKind, change: Change = {}): Promise<Draft & { readonly target: string }> {
	return { target: '', ...draft(await readOf(change), kind, materialOf(change)) };
}

/** Where a text goes that a person made of a draft. */
export const sent = async (kind: DraftKind, text: string, change: Change = {}): Promise<Outgoing> =>
	outgoing(await readOf(change), kind, text, materialOf(change));

async function readOf({ files: changed }: Change) {
	const all = Object.entries({ ...files, ...changed }).flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]));
	return plugin(all, await grammars()).get;
}

const materialOf = ({ files: _, recorded, ...material }: Change): Material => ({
	report: clean,
	rules,
	target: 'partner',
	date: '2026-05-06T07:08:09Z',
	...material,
	recorded: { ...nothingRecorded, ...recorded },
});
