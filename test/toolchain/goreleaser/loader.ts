import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { go } from '../sdc';

/** The versions of GoReleaser whose options scripts/goreleaser/options.mjs reads. */
export const versions = { 1: 'v1.26.2', 2: 'v2.17.0' } as const;

const cache = resolve(process.env.TOOLCHAIN_CACHE ?? 'test/toolchain/.cache');

/** What GoReleaser's own loader says of configs: its error for each, and nothing where it takes it. */
export type Loader = { load(configs: readonly string[]): readonly string[] } | { readonly reason: string };

const program = (module: string) => `package main

import (
	"encoding/json"
	"os"
	"strings"

	"${module}/pkg/config"
)

func main() {
	var configs []string
	if err := json.NewDecoder(os.Stdin).Decode(&configs); err != nil {
		panic(err)
	}
	said := []string{}
	for _, text := range configs {
		if _, err := config.LoadReader(strings.NewReader(text)); err != nil {
			said = append(said, err.Error())
		} else {
			said = append(said, "")
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(said); err != nil {
		panic(err)
	}
}
`;

/** The loader of the last GoReleaser 1 or of a GoReleaser 2: of its source, the packages that it needs, built once. */
export function loader(major: 1 | 2): Loader {
	const version = versions[major];
	const module = `github.com/goreleaser/goreleaser${major === 2 ? '/v2' : ''}`;
	const folder = join(cache, `goreleaser-loader-${version}`);
	const binary = join(folder, process.platform === 'win32' ? 'loader.exe' : 'loader');
	if (spawnSync('go', ['version']).status !== 0) return { reason: 'there is no Go' };
	if (!existsSync(binary)) {
		const source = join(folder, 'source');
		rmSync(source, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
		try {
			writeFileSync(join(folder, 'go.mod'), 'module cache\n\ngo 1.21\n');
			const { Dir } = JSON.parse(go(folder, 'mod', 'download', '-json', `${module}@${version}`)) as { Dir: string };
			for (const path of ['go.mod', 'go.sum', 'pkg', 'internal']) cpSync(join(Dir, path), join(source, path), { recursive: true });
			execFileSync('chmod', ['-R', 'u+w', source]);
			mkdirSync(join(source, 'loader'));
			writeFileSync(join(source, 'loader/main.go'), program(module));
			go(source, 'build', '-o', binary, './loader');
		} catch (error) {
			const said = String((error as { stderr?: string }).stderr ?? error).trim();
			return { reason: `the loader of GoReleaser ${version} could not be built: ${said.split('\n').at(-1)}` };
		} finally {
			rmSync(source, { recursive: true, force: true });
		}
	}
	return {
		load: configs => JSON.parse(execFileSync(binary, { input: JSON.stringify(configs), encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'], maxBuffer: 1e9 })),
	};
}
