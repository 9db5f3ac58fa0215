import type { Part } from '../part';
import { file } from './acceptance';
import { builder, preparing } from './unitBuilder';

/** The unit test of a component, which needs neither Packer nor a platform. */
export const unit = (part: Part): Record<string, string> => ({ [`${file[part.kind]}_test.go`]: tests[part.kind](part) });

const tests: Readonly<Record<Part['kind'], (part: Part) => string>> = {
	builder,
	provisioner: ({ package: name }) => `package ${name}

import (
	"context"
	"strings"
	"testing"

	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
)

${preparing('Provisioner', 'err Prepare', [
	['complete', '"command": "true"', ''],
	['no command', '', 'command must be set'],
	['unknown attribute', '"command": "true", "color": "blue"', 'color'],
])}
func TestProvisioner_Provision(t *testing.T) {
	for code, wanted := range map[int]bool{0: true, 1: false, 3: true} {
		var provisioner Provisioner
		if err := provisioner.Prepare(map[string]interface{}{"command": "echo {{ .ID }}", "valid_exit_codes": []int{0, 3}}); err != nil {
			t.Fatal(err)
		}
		comm := &packersdk.MockCommunicator{StartExitStatus: code}
		err := provisioner.Provision(context.Background(), packersdk.TestUi(t), comm, map[string]interface{}{"ID": "machine-1"})
		if (err == nil) != wanted {
			t.Errorf("exit code %d: got %v", code, err)
		}
		if got := comm.StartCmd.Command; got != "echo machine-1" {
			t.Errorf("ran %q", got)
		}
	}
}
`,
	'post-processor': ({ package: name }) => `package ${name}

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
)

${preparing('PostProcessor', 'err Configure', [
	['complete', '"output": "built.jsonl"', ''],
	['no output', '', 'output must be set'],
	['unknown attribute', '"output": "built.jsonl", "color": "blue"', 'color'],
])}
func TestPostProcessor_PostProcess(t *testing.T) {
	output := filepath.Join(t.TempDir(), "built.jsonl")
	var postProcessor PostProcessor
	if err := postProcessor.Configure(map[string]interface{}{"output": output}); err != nil {
		t.Fatal(err)
	}
	source := &packersdk.MockArtifact{IdValue: "web"}
	artifact, keep, _, err := postProcessor.PostProcess(context.Background(), packersdk.TestUi(t), source)
	if err != nil || !keep || artifact != packersdk.Artifact(source) {
		t.Fatalf("got %v, keep %v, %v", artifact, keep, err)
	}
	if line, err := os.ReadFile(output); err != nil || !strings.Contains(string(line), \`"id":"web"\`) {
		t.Errorf("wrote %q, %v", line, err)
	}
}
`,
	datasource: ({ package: name }) => `package ${name}

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

${preparing('Datasource', 'err Configure', [
	['complete', '"directory": "images"', ''],
	['no directory', '', 'directory must be set'],
	['unknown attribute', '"directory": "images", "color": "blue"', 'color'],
])}
func TestDatasource_Execute(t *testing.T) {
	directory := t.TempDir()
	var datasource Datasource
	if err := datasource.Configure(map[string]interface{}{"directory": directory, "pattern": "*.img"}); err != nil {
		t.Fatal(err)
	}
	if _, err := datasource.Execute(); err == nil {
		t.Error("found something in an empty directory")
	}
	if err := os.WriteFile(filepath.Join(directory, "web.img"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	value, err := datasource.Execute()
	if err != nil {
		t.Fatal(err)
	}
	if got := value.GetAttr("name").AsString(); got != "web.img" {
		t.Errorf("found %q", got)
	}
}
`,
};
