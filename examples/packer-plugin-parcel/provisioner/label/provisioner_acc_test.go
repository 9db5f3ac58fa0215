package label

import (
	_ "embed"
	"fmt"
	"os/exec"
	"testing"

	"github.com/hashicorp/packer-plugin-sdk/acctest"
)

//go:embed test-fixtures/template.pkr.hcl
var template string

func TestAccProvisioner(t *testing.T) {
	acctest.TestPlugin(t, &acctest.PluginTestCase{
		Name:     "parcel-label-provisioner",
		Type:     "parcel-label",
		Template: template,
		Check: func(build *exec.Cmd, logfile string) error {
			if build.ProcessState.ExitCode() != 0 {
				return fmt.Errorf("packer build failed, see %s", logfile)
			}
			return nil
		},
	})
}
