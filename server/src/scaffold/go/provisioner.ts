import type { Part } from '../part';

/** The Go files of a provisioner, which runs one command on the machine. */
export const provisioner = (part: Part): Record<string, string> => ({ 'config.go': config(part), 'provisioner.go': main(part) });

const config = ({ package: name }: Part) => `//go:generate packer-sdc struct-markdown
//go:generate packer-sdc mapstructure-to-hcl2 -type Config

package ${name}

import (
	"errors"

	"github.com/hashicorp/packer-plugin-sdk/common"
	"github.com/hashicorp/packer-plugin-sdk/template/interpolate"
)

type Config struct {
	common.PackerConfig \`mapstructure:",squash"\`

	// The command to run on the machine. It can use data that the builder
	// generates: \`{{ .ID }}\` is the machine's identifier.
	Command string \`mapstructure:"command" required:"true"\`
	// The exit codes of a successful command. Defaults to \`[0]\`.
	ValidExitCodes []int \`mapstructure:"valid_exit_codes" required:"false"\`

	ctx interpolate.Context
}

// prepare sets defaults and returns the errors of the template.
func (c *Config) prepare() error {
	if len(c.ValidExitCodes) == 0 {
		c.ValidExitCodes = []int{0}
	}
	if c.Command == "" {
		return errors.New("command must be set")
	}
	return nil
}
`;

const main = ({ package: name, fullName }: Part) => `package ${name}

import (
	"context"
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2/hcldec"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
	"github.com/hashicorp/packer-plugin-sdk/template/config"
	"github.com/hashicorp/packer-plugin-sdk/template/interpolate"
)

// Provisioner runs a command on the machine.
type Provisioner struct {
	config Config
}

var _ packersdk.Provisioner = (*Provisioner)(nil)

// ConfigSpec returns the attributes that a template can set.
func (p *Provisioner) ConfigSpec() hcldec.ObjectSpec {
	return p.config.FlatMapstructure().HCL2Spec()
}

// Prepare decodes and validates the template. It must not change anything else: \`packer validate\` calls it, too.
func (p *Provisioner) Prepare(raws ...interface{}) error {
	err := config.Decode(&p.config, &config.DecodeOpts{
		PluginType:         "${fullName}",
		Interpolate:        true,
		InterpolateContext: &p.config.ctx,
		InterpolateFilter:  &interpolate.RenderFilter{Exclude: []string{"command"}},
	}, raws...)
	if err != nil {
		return err
	}
	return p.config.prepare()
}

// Provision runs the command and waits for it.
func (p *Provisioner) Provision(ctx context.Context, ui packersdk.Ui, comm packersdk.Communicator, generatedData map[string]interface{}) error {
	p.config.ctx.Data = generatedData
	command, err := interpolate.Render(p.config.Command, &p.config.ctx)
	if err != nil {
		return fmt.Errorf("command: %w", err)
	}

	ui.Say(fmt.Sprintf("Running %s...", command))
	cmd := &packersdk.RemoteCmd{Command: command}
	if err := cmd.RunWithUi(ctx, comm, ui); err != nil {
		return err
	}
	if code := cmd.ExitStatus(); !slices.Contains(p.config.ValidExitCodes, code) {
		return fmt.Errorf("%s ended with exit code %d", command, code)
	}
	return nil
}
`;
