import { describedVersion, describeStep } from '../ci/describe';
import { textOfKnown } from '../ci/environment';
import { pinned } from '../ci/pinned';
import { releasing } from '../ci/releasing';
import type { Read } from '../core/database';
import { exists, text } from '../core/files';
import { entry } from '../plugin/entry';
import { identity } from '../plugin/identity';
import { configPath } from './config';
import { variable } from './environment';
import { linkedTarget } from './stamping';

/** A GoReleaser config (version 2) that builds, names and signs release assets as `packer init` requires. */
export function goreleaserConfig(read: Read): string {
	const dir = read(entry)?.dir ?? '';
	const flags = [
		['version', '{{ .Version }}'],
		['prerelease', ''],
	].flatMap(([stamp, value]) => {
		const target = linkedTarget(read, dir, stamp as 'version' | 'prerelease');
		return target === undefined ? [] : [` -X ${target}=${value}`];
	});
	const running = read(releasing).steps.some(step => step.how === 'goreleaser');
	const asked = !running || textOfKnown(read(variable, 'API_VERSION').known) !== null;
	const name = `{{ .ProjectName }}_v{{ .Version }}_${asked ? '{{ .Env.API_VERSION }}' : 'x5.0'}_{{ .Os }}_{{ .Arch }}`;
	return [
		'# How releases are made: https://goreleaser.com. The names are those that `packer init` requires.',
		'version: 2',
		`project_name: ${read(identity).repository}`,
		'before:',
		'  hooks:',
		'    - go test ./...',
		'builds:',
		...(dir === '' ? ['  - env:'] : [`  - main: ./${dir}`, '    env:']),
		'      - CGO_ENABLED=0',
		'    flags:',
		'      - -trimpath',
		"    mod_timestamp: '{{ .CommitTimestamp }}'",
		'    ldflags:',
		`      - '-s -w${flags.join('')}'`,
		'    goos: [linux, darwin, windows, freebsd]',
		"    goarch: [amd64, arm64, arm, '386']",
		'    ignore:',
		'      - goos: windows',
		'        goarch: arm',
		`    binary: '${name}'`,
		'archives:',
		'  - formats: [zip]',
		'    files: [none*]',
		`    name_template: '${name}'`,
		'checksum:',
		"  name_template: '{{ .ProjectName }}_v{{ .Version }}_SHA256SUMS'",
		'  algorithm: sha256',
		...(!running || textOfKnown(read(variable, 'GPG_FINGERPRINT').known) !== null ? signs : []),
		'changelog:',
		'  use: github-native',
		'',
	].join('\n');
}

/** The section of a GoReleaser config that signs the checksum file. */
export const signs: readonly string[] = [
	'signs:',
	'  - artifacts: checksum',
	`    args: [--batch, --local-user, '{{ .Env.GPG_FINGERPRINT }}', --output, '\${signature}', --detach-sign, '\${artifact}']`,
];

/** Where a release workflow may be written: the first of two usual names that is free. */
export const freeWorkflow = (read: Read): string | undefined =>
	['.github/workflows/release.yml', '.github/workflows/goreleaser.yml'].find(path => !read(exists, path));

/** A workflow that runs GoReleaser for each tag `v…`, and gives it what the config asks for: the one that is there, or with `again` ours. */
export function releaseWorkflow(read: Read, anew = false): string {
	const path = anew ? undefined : read(configPath);
	const config = path === undefined ? undefined : (read(text, path) ?? '');
	const signing = config === undefined || config.includes('GPG_FINGERPRINT');
	// GoReleaser 2 rejects options that it removed, so an older config needs GoReleaser 1.
	const old =
		config !== undefined && !/^version:\s*2/m.test(config) && /^changelog:[^\S\n]*\n(?:[ \t]+.*\n)*?[ \t]+skip:|^[ \t]+(?:replacements|rlcp):/m.test(config);
	const named = path === undefined || !path.startsWith('.github/') ? '' : ` --config ${path}`;
	return pinned(
		[
			'# Releases a tag: builds the plugin, and puts its archives and their checksums on the release page.',
			'name: release',
			'on:',
			'  push:',
			'    tags:',
			"      - 'v*'",
			'permissions:',
			'  contents: write',
			'jobs:',
			'  goreleaser:',
			'    runs-on: ubuntu-latest',
			'    steps:',
			'      - uses: actions/checkout@v6',
			'        with:',
			'          fetch-depth: 0',
			'      - uses: actions/setup-go@v6',
			'        with:',
			'          go-version-file: go.mod',
			...describeStep(read).map(line => `      ${line}`),
			...(signing ? importKey : []),
			'      - uses: goreleaser/goreleaser-action@v7',
			'        with:',
			`          version: '~> v${old ? 1 : 2}'`,
			`          args: release --clean${named}`,
			'        env:',
			`          GITHUB_TOKEN: \${{ secrets.GITHUB_TOKEN }}`,
			`          API_VERSION: ${describedVersion('plugin_describe')}`,
			...(signing ? [`          GPG_FINGERPRINT: \${{ steps.import_gpg.outputs.fingerprint }}`] : []),
			'',
		].join('\n'),
	);
}

const importKey = [
	'      - name: Import GPG key that signs checksums',
	'        id: import_gpg',
	'        uses: crazy-max/ghaction-import-gpg@v7',
	'        with:',
	`          gpg_private_key: \${{ secrets.GPG_PRIVATE_KEY }}`,
	`          passphrase: \${{ secrets.GPG_PASSPHRASE }}`,
];
