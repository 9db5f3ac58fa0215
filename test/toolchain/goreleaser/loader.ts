import { execFileSync } from 'node:child_process';
import { built } from '../built';
import { sourceOf } from './source';

/** The versions of GoReleaser whose options scripts/goreleaser/options.mjs reads. */
export const versions = { 1: 'v1.26.2', 2: 'v2.17.0' } as const;

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
	const made = built(sourceOf(versions[major]), 'goreleaser-loader', program(sourceOf(versions[major]).module));
	if ('reason' in made) return made;
	return {
		load: configs =>
			JSON.parse(execFileSync(made.binary, { input: JSON.stringify(configs), encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'], maxBuffer: 1e9 })),
	};
}
