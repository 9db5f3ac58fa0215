package crate

import (
	_ "embed"
	"fmt"
	"os/exec"
	"testing"

	"github.com/hashicorp/packer-plugin-sdk/acctest"
)

//go:embed test-fixtures/template.pkr.hcl
var template string

func TestAccDatasource(t *testing.T) {
	acctest.TestPlugin(t, &acctest.PluginTestCase{
		Name:     "parcel-crate-datasource",
		Type:     "parcel-parcel-crate",
		Template: template,
		Check: func(build *exec.Cmd, logfile string) error {
			if build.ProcessState.ExitCode() != 0 {
				return fmt.Errorf("packer build failed, see %s", logfile)
			}
			return nil
		},
	})
}
