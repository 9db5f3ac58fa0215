import type { Part } from '../part';

/** The acceptance test of a component, with its template. It runs on any machine with Packer, and removes its files. */
export const acceptance = (part: Part): Record<string, string> => ({
	[`${file[part.kind]}_acc_test.go`]: test(part),
	'test-fixtures/template.pkr.hcl': fixtures[part.kind](part),
});

/** What the files of a kind are named after. */
export const file: Readonly<Record<Part['kind'], string>> = {
	builder: 'builder',
	provisioner: 'provisioner',
	'post-processor': 'post_processor',
	datasource: 'datasource',
};

/** What the log of a successful run contains, and which files the test removes. */
const outcome: Readonly<Record<Part['kind'], { readonly says: string; readonly leaves?: string }>> = {
	builder: { says: 'Making image acceptance', leaves: 'acceptance-images' },
	provisioner: { says: 'Running echo acceptance' },
	'post-processor': { says: 'into acceptance.jsonl', leaves: 'acceptance.jsonl' },
	datasource: { says: 'found template.pkr.hcl' },
};

function test({ kind, package: name, type, fullName }: Part): string {
	const { says, leaves } = outcome[kind];
	const imports = ['_ "embed"', '"fmt"', '"os"', '"os/exec"', '"strings"', '"testing"'];
	return `package ${name}

import (
${imports.map(line => `\t${line}`).join('\n')}

	"github.com/hashicorp/packer-plugin-sdk/acctest"
)

//go:embed test-fixtures/template.pkr.hcl
var acceptanceTemplate string

// The plugin must be installed first: run make testacc.
func TestAcc${type}(t *testing.T) {
	acctest.TestPlugin(t, &acctest.PluginTestCase{
		Name:     "${fullName}-${kind}",
		Type:     "${fullName}",
		Template: acceptanceTemplate,
		Check: func(build *exec.Cmd, logfile string) error {
			if build.ProcessState == nil || build.ProcessState.ExitCode() != 0 {
				return fmt.Errorf("packer build failed, see %s", logfile)
			}
			log, err := os.ReadFile(logfile)
			if err != nil {
				return err
			}
			if want := "${says}"; !strings.Contains(string(log), want) {
				return fmt.Errorf("%s does not say %q", logfile, want)
			}
			return nil
		},
		Teardown: func() error {
			return ${leaves === undefined ? 'nil' : `os.RemoveAll("${leaves}")`}
		},
	})
}
`;
}

const fixtures: Readonly<Record<Part['kind'], (part: Part) => string>> = {
	builder: ({ fullName }) => `source "${fullName}" "acceptance" {
  image_name       = "acceptance"
  source_image     = "base"
  output_directory = "acceptance-images"
}

build {
  sources = ["source.${fullName}.acceptance"]
}
`,
	provisioner: ({ fullName }) => `source "null" "acceptance" {
  communicator = "none"
}

build {
  sources = ["source.null.acceptance"]

  provisioner "${fullName}" {
    command = "echo acceptance"
  }
}
`,
	'post-processor': ({ fullName }) => `source "null" "acceptance" {
  communicator = "none"
}

build {
  sources = ["source.null.acceptance"]

  post-processor "${fullName}" {
    output = "acceptance.jsonl"
  }
}
`,
	datasource: ({ fullName }) => `data "${fullName}" "acceptance" {
  directory = "test-fixtures"
  pattern   = "*.pkr.hcl"
}

source "null" "acceptance" {
  communicator = "none"
}

build {
  sources = ["source.null.acceptance"]

  provisioner "shell-local" {
    inline = ["echo found \${data.${fullName}.acceptance.name}"]
  }
}
`,
};
