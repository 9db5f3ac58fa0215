import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { built } from '../built';
import { sourceOf } from './source';

/** What GoReleaser made of a config: the artifacts and what zip archives hold, the names in each checksum file, or why it stopped. */
export interface Made {
	readonly Error: string;
	readonly Assets: readonly { readonly Type: string; readonly Name: string; readonly Entries: readonly string[] | null }[] | null;
	readonly Sums: Readonly<Record<string, readonly string[]>> | null;
}

/** Makes releases of configs, one after the other, in a plugin whose files are given; or why that is not possible. */
export type Releaser = { release(configs: readonly string[], files: Readonly<Record<string, string>>): readonly Made[] } | { readonly reason: string };

/** The versions whose source builds with the newest Go as well as with older ones. */
const versions = { 1: 'v1.26.2', 2: 'v2.15.0' } as const;

/** A compiler that writes what the archives need and compiles nothing: a whole release then takes some milliseconds. */
const compiler = `#!/bin/sh
case "$1" in
build)
	while [ $# -gt 0 ]; do
		if [ "$1" = -o ]; then mkdir -p "\${2%/*}"; printf 0123456789abcdef > "$2"; exit 0; fi
		shift
	done ;;
list) echo example.com/acme/packer-plugin-acme ;;
esac
`;

/** The pipes of a GoReleaser, which release version 1.2.3 of a plugin in a repository \`acme/packer-plugin-acme\`. */
export function releaser(major: 1 | 2): Releaser {
	const text = readFileSync('test/toolchain/goreleaser/releaser.go', 'utf8');
	const source = sourceOf(versions[major]);
	const made = built(source, 'goreleaser-releaser', text.replaceAll('MODULE', source.module));
	if ('reason' in made) return made;
	return {
		release(configs, files) {
			const root = mkdtempSync(join(tmpdir(), 'releaser-'));
			try {
				const folder = join(root, 'plugin');
				for (const [path, content] of Object.entries(files)) {
					mkdirSync(dirname(join(folder, path)), { recursive: true });
					writeFileSync(join(folder, path), content);
				}
				writeFileSync(join(root, 'go'), compiler);
				chmodSync(join(root, 'go'), 0o755);
				const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
				git('init');
				git('remote', 'add', 'origin', 'https://github.com/acme/packer-plugin-acme.git');
				git('add', '.');
				git('-c', 'user.name=acme', '-c', 'user.email=a@acme.example', 'commit', '-m', 'Begin');
				const env = { PATH: `${root}${delimiter}${process.env.PATH}`, HOME: root, API_VERSION: 'x5.0', COMMIT: git('rev-parse', 'HEAD').trim(), LC_ALL: 'C' };
				const input = JSON.stringify(configs);
				return JSON.parse(execFileSync(made.binary, { cwd: folder, input, env, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'], maxBuffer: 1e9 }));
			} finally {
				rmSync(root, { recursive: true, force: true });
			}
		},
	};
}
