import type { Read } from '../core/database';
import { layout } from '../docs/layout';
import { documented, pluginSentence, pluginTitle } from '../docs/names';
import { identifier } from './identifier';

/** metadata.hcl, from what the plugin registers; undefined if the owner of the repository is not known. */
export function metadataFile(read: Read): string | undefined {
	const id = read(identifier);
	if (id === undefined) return undefined;
	const components = documented(read).map(({ kind, slug, title }) => componentBlock(layout[kind].web, title, slug));
	return [
		'integration {',
		`  name        = "${pluginTitle(read)}"`,
		`  description = "${pluginSentence(read)}"`,
		`  identifier  = "${id}"`,
		...components,
		'}',
		'',
	].join('\n');
}

/** A `component` block of metadata.hcl, indented as within `integration`. */
export const componentBlock = (type: string, title: string, slug: string): string =>
	['  component {', `    type = "${type}"`, `    name = "${title}"`, `    slug = "${slug}"`, '  }'].join('\n');

/** The paths of the scaffolding's two workflows that announce a release to the portal. */
export const notifyPath = {
	manual: '.github/workflows/notify-integration-release-via-manual.yaml',
	tag: '.github/workflows/notify-integration-release-via-tag.yaml',
} as const;

/** The action that checks out a repository, at the commit of a release. */
export const checkout = 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2';
/** The other actions that the workflows use, likewise. */
const setupGo = 'actions/setup-go@0c52d547c9bc32b1aa3301fd7a9cb496313a4491 # v5.0.0';
const notifyAction = '5c982331bf102b6d9ffae6f820eb9ffda93cd7ea';

/** An expression of GitHub Actions. */
const expression = (text: string) => `$\{{ ${text} }}`;

/** The workflow that a person starts to publish documentation without a release. It runs the command that compiles the documentation, where there is one. */
export const manualWorkflow = (identifier: string, command?: string): string =>
	[
		'name: Notify Integration Release (Manual)',
		'on:',
		'  workflow_dispatch:',
		'    inputs:',
		'      version:',
		'        description: The release whose documentation this is, without a leading v',
		'        required: true',
		'      branch:',
		'        description: The branch, tag or commit that holds it',
		'        default: main',
		...notifyJob(identifier, command, expression('inputs.branch'), [], expression('inputs.version'), expression('inputs.branch')),
	].join('\n');

/** The workflow that runs for each version tag, likewise. */
export const tagWorkflow = (identifier: string, command?: string): string =>
	[
		'name: Notify Integration Release (Tag)',
		'on:',
		'  push:',
		'    tags:',
		"      - 'v*.*.*'",
		...notifyJob(
			identifier,
			command,
			expression('github.ref'),
			[
				'      - name: Remove the v from the tag',
				'        id: version',
				'        env:',
				`          TAG: ${expression('github.ref_name')}`,
				`        run: echo "number=$(echo "$TAG" | sed 's/^v//')" >> "$GITHUB_OUTPUT"`,
			],
			expression('steps.version.outputs.number'),
			expression('github.sha'),
		),
	].join('\n');

/** The steps that fail where the committed documentation is out of date. */
const checkOf = (command: string): readonly string[] => [
	`      - uses: ${setupGo}`,
	'        with:',
	'          go-version-file: go.mod',
	'      - name: Check that the generated documentation is committed',
	'        run: |',
	`          ${command}`,
	'          git diff --exit-code',
	'          test -z "$(git status --porcelain)"',
];

function notifyJob(identifier: string, command: string | undefined, ref: string, before: readonly string[], version: string, sha: string): string[] {
	return [
		'permissions:',
		'  contents: read',
		'jobs:',
		'  notify-release:',
		'    runs-on: ubuntu-latest',
		'    steps:',
		...before,
		`      - uses: ${checkout}`,
		'        with:',
		`          ref: ${ref}`,
		...(command === undefined ? [] : checkOf(command)),
		'      - name: Get the action',
		`        uses: ${checkout}`,
		'        with:',
		'          repository: hashicorp/integration-release-action',
		`          ref: ${notifyAction}`,
		'          path: ./integration-release-action',
		'      - name: Notify the integrations portal',
		'        uses: ./integration-release-action',
		'        with:',
		`          integration_identifier: "${identifier}"`,
		`          release_version: ${version}`,
		`          release_sha: ${sha}`,
		`          github_token: ${expression('secrets.GITHUB_TOKEN')}`,
		'',
	];
}
