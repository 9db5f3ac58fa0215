// Makes releases of configs as GoReleaser does, in its own pipes, up to the checksums: nothing is signed, uploaded or announced.
package main

import (
	"archive/zip"
	stdctx "context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"MODULE/internal/artifact"
	"MODULE/internal/pipe/archive"
	"MODULE/internal/pipe/build"
	"MODULE/internal/pipe/checksums"
	"MODULE/internal/pipe/env"
	"MODULE/internal/pipe/project"
	"MODULE/internal/pipe/release"
	"MODULE/internal/pipe/sign"
	"MODULE/internal/pipe/sourcearchive"
	"MODULE/internal/pipe/universalbinary"
	"MODULE/pkg/config"
	"MODULE/pkg/context"
)

type asset struct {
	Type    string
	Name    string
	Entries []string
}

type made struct {
	Error  string
	Assets []asset
	Sums   map[string][]string
}

func main() {
	var configs []string
	if err := json.NewDecoder(os.Stdin).Decode(&configs); err != nil {
		panic(err)
	}
	all := []made{}
	for _, text := range configs {
		all = append(all, releaseOf(text))
	}
	if err := json.NewEncoder(os.Stdout).Encode(all); err != nil {
		panic(err)
	}
}

func releaseOf(text string) (out made) {
	defer func() {
		if said := recover(); said != nil {
			out = made{Error: fmt.Sprint("panic: ", said)}
		}
	}()
	loaded, err := config.LoadReader(strings.NewReader(text))
	if err != nil {
		return made{Error: "load: " + err.Error()}
	}
	ctx := context.Wrap(stdctx.Background(), loaded)
	ctx.Config.Dist = "dist"
	ctx.SkipTokenCheck = true
	ctx.Version = "1.2.3"
	ctx.Semver = context.Semver{Major: 1, Minor: 2, Patch: 3}
	commit := os.Getenv("COMMIT")
	ctx.Git = context.GitInfo{CurrentTag: "v1.2.3", Branch: "main", Commit: commit, ShortCommit: commit[:7], FullCommit: commit, CommitDate: time.Unix(1, 0)}
	os.RemoveAll("dist")
	os.MkdirAll("dist", 0o755)
	steps := []func(*context.Context) error{
		env.Pipe{}.Run,
		release.Pipe{}.Default, project.Pipe{}.Default, build.Pipe{}.Default, universalbinary.Pipe{}.Default, sourcearchive.Pipe{}.Default,
		archive.Pipe{}.Default, checksums.Pipe{}.Default, sign.Pipe{}.Default,
		build.Pipe{}.Run, universal, archive.Pipe{}.Run, sources, summed,
	}
	for _, step := range steps {
		if err := step(ctx); err != nil && !strings.HasPrefix(err.Error(), "pipe skipped") && !skipped(err) {
			return made{Error: err.Error()}
		}
	}
	out = made{Assets: []asset{}, Sums: map[string][]string{}}
	for _, a := range ctx.Artifacts.List() {
		one := asset{Type: a.Type.String(), Name: a.Name}
		if a.Type == artifact.UploadableArchive && strings.HasSuffix(a.Path, ".zip") {
			read, err := zip.OpenReader(filepath.FromSlash(a.Path))
			if err != nil {
				panic(err)
			}
			for _, file := range read.File {
				one.Entries = append(one.Entries, file.Name)
			}
			read.Close()
		}
		if a.Type == artifact.Checksum {
			content, err := os.ReadFile(a.Path)
			if err != nil {
				panic(err)
			}
			names := []string{}
			for _, line := range strings.Split(strings.TrimSpace(string(content)), "\n") {
				parts := strings.Fields(line)
				names = append(names, strings.Join(parts[1:], " "))
			}
			out.Sums[a.Name] = names
		}
		out.Assets = append(out.Assets, one)
	}
	return out
}

func skipped(err error) bool {
	_, ok := err.(interface{ IsSkip() bool })
	return ok || strings.Contains(err.Error(), "no darwin binaries found") || strings.Contains(err.Error(), "release is disabled")
}

func universal(ctx *context.Context) error {
	if (universalbinary.Pipe{}).Skip(ctx) {
		return nil
	}
	return universalbinary.Pipe{}.Run(ctx)
}

func sources(ctx *context.Context) error {
	if (sourcearchive.Pipe{}).Skip(ctx) {
		return nil
	}
	return sourcearchive.Pipe{}.Run(ctx)
}

func summed(ctx *context.Context) error {
	if (checksums.Pipe{}).Skip(ctx) {
		return nil
	}
	return checksums.Pipe{}.Run(ctx)
}
