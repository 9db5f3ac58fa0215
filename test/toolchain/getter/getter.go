// Reads the names and checksum files of releases as Packer does.
package main

import (
	"encoding/json"
	"io"
	"os"
	"strings"

	"github.com/hashicorp/packer/hcl2template/addrs"
	plugingetter "github.com/hashicorp/packer/packer/plugin-getter"
	"github.com/hashicorp/packer/packer/plugin-getter/github"
)

type question struct {
	Name, Version, File, Os, Arch, Sums string
}

type answer struct {
	Init, Validate, Expected string
	Lines                    []plugingetter.ChecksumFileEntry
}

func main() {
	var questions []question
	if err := json.NewDecoder(os.Stdin).Decode(&questions); err != nil {
		panic(err)
	}
	answers := []answer{}
	for _, q := range questions {
		answers = append(answers, answerTo(q))
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		panic(err)
	}
}

func answerTo(q question) (out answer) {
	source, err := addrs.ParsePluginSourceString("github.com/acme/" + q.Name)
	if err != nil {
		panic(err)
	}
	requirement := &plugingetter.Requirement{Identifier: source}
	getter := &github.Getter{}
	entry := plugingetter.ChecksumFileEntry{Filename: q.File}
	if err := getter.Init(requirement, &entry); err != nil {
		out.Init = err.Error()
	} else {
		options := plugingetter.BinaryInstallationOptions{OS: q.Os, ARCH: q.Arch, APIVersionMajor: "5", APIVersionMinor: "0"}
		if err := getter.Validate(plugingetter.GetOptions{PluginRequirement: requirement, BinaryInstallationOptions: options}, q.Version, options, &entry); err != nil {
			out.Validate = err.Error()
		}
		out.Expected = getter.ExpectedFileName(requirement, q.Version, &entry, q.File)
	}
	read, err := github.TransformChecksumStream()(io.NopCloser(strings.NewReader(q.Sums)))
	if err != nil {
		panic(err)
	}
	text, _ := io.ReadAll(read)
	out.Lines, _ = plugingetter.ParseChecksumFileEntries(strings.NewReader(string(text)))
	return out
}
