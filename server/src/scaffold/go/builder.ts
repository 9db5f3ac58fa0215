import type { Part } from '../part';
import { artifact, step } from './image';

/** The Go files of a builder. It connects to a machine, provisions it, and writes a file instead of an image, so that it runs without a platform. */
export const builder = (part: Part): Record<string, string> => ({
	'config.go': config(part),
	'builder.go': main(part),
	'artifact.go': artifact(part),
	'step_create_image.go': step(part),
});

const config = ({ package: name }: Part) => `//go:generate packer-sdc struct-markdown
//go:generate packer-sdc mapstructure-to-hcl2 -type Config

package ${name}

import (
	"errors"
	"path/filepath"

	"github.com/hashicorp/packer-plugin-sdk/common"
	"github.com/hashicorp/packer-plugin-sdk/communicator"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
	"github.com/hashicorp/packer-plugin-sdk/template/interpolate"
)

type Config struct {
	common.PackerConfig \`mapstructure:",squash"\`
	Comm                communicator.Config \`mapstructure:",squash"\`

	// The name of the image. A build fails if an image with this name exists,
	// unless \`packer build\` is called with \`-force\`.
	ImageName string \`mapstructure:"image_name" required:"true"\`
	// The image to start from.
	SourceImage string \`mapstructure:"source_image" required:"true"\`
	// The directory for images. Defaults to \`images\`.
	OutputDirectory string \`mapstructure:"output_directory" required:"false"\`

	ctx interpolate.Context
}

// prepare sets defaults and returns all errors of the template at once.
func (c *Config) prepare() error {
	if c.Comm.Type == "" {
		c.Comm.Type = "none"
	}
	if c.OutputDirectory == "" {
		c.OutputDirectory = "images"
	}

	errs := packersdk.MultiErrorAppend(nil, c.Comm.Prepare(&c.ctx)...)
	if c.ImageName == "" {
		errs = packersdk.MultiErrorAppend(errs, errors.New("image_name must be set"))
	}
	if filepath.Base(c.ImageName) != c.ImageName && c.ImageName != "" {
		errs = packersdk.MultiErrorAppend(errs, errors.New("image_name must be a name, not a path"))
	}
	if c.SourceImage == "" {
		errs = packersdk.MultiErrorAppend(errs, errors.New("source_image must be set"))
	}
	if len(errs.Errors) > 0 {
		return errs
	}

	// Add secrets here, so that Packer removes them from its log.
	packersdk.LogSecretFilter.Set(c.Comm.SSHPassword, c.Comm.SSHBastionPassword, c.Comm.SSHProxyPassword, c.Comm.WinRMPassword)
	return nil
}
`;

const main = ({ package: name }: Part) => `package ${name}

import (
	"context"
	"errors"

	"github.com/hashicorp/hcl/v2/hcldec"
	"github.com/hashicorp/packer-plugin-sdk/communicator"
	"github.com/hashicorp/packer-plugin-sdk/multistep"
	"github.com/hashicorp/packer-plugin-sdk/multistep/commonsteps"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
	"github.com/hashicorp/packer-plugin-sdk/packerbuilderdata"
	"github.com/hashicorp/packer-plugin-sdk/template/config"
)

// Builder creates an image from another one.
type Builder struct {
	config Config
	runner multistep.Runner
}

var _ packersdk.Builder = (*Builder)(nil)

// ConfigSpec returns the attributes that a template can set.
func (b *Builder) ConfigSpec() hcldec.ObjectSpec {
	return b.config.FlatMapstructure().HCL2Spec()
}

// Prepare decodes and validates the template. It must not change anything else: \`packer validate\` calls it, too.
func (b *Builder) Prepare(raws ...interface{}) ([]string, []string, error) {
	err := config.Decode(&b.config, &config.DecodeOpts{
		PluginType:         BuilderID,
		Interpolate:        true,
		InterpolateContext: &b.config.ctx,
	}, raws...)
	if err != nil {
		return nil, nil, err
	}
	if err := b.config.prepare(); err != nil {
		return nil, nil, err
	}
	return []string{"ImageName"}, nil, nil
}

// Run creates the image step by step. If a step fails, the steps before it clean up.
func (b *Builder) Run(ctx context.Context, ui packersdk.Ui, hook packersdk.Hook) (packersdk.Artifact, error) {
	state := new(multistep.BasicStateBag)
	state.Put("ui", ui)
	state.Put("hook", hook)

	// Templates can use this value as build.ImageName. Prepare returns each key.
	generatedData := &packerbuilderdata.GeneratedData{State: state}
	generatedData.Put("ImageName", b.config.ImageName)

	// Add a step that starts a machine first, and put its address into the state as "instance_ip".
	steps := []multistep.Step{
		&communicator.StepConnect{
			Config:    &b.config.Comm,
			Host:      communicator.CommHost(b.config.Comm.Host(), "instance_ip"),
			SSHConfig: b.config.Comm.SSHConfigFunc(),
		},
		new(commonsteps.StepProvision),
		&stepCreateImage{config: &b.config},
	}
	b.runner = commonsteps.NewRunnerWithPauseFn(steps, b.config.PackerConfig, ui, state)
	b.runner.Run(ctx, state)

	if err, ok := state.GetOk("error"); ok {
		return nil, err.(error)
	}
	if _, ok := state.GetOk(multistep.StateCancelled); ok {
		return nil, errors.New("the build was canceled")
	}
	if _, ok := state.GetOk(multistep.StateHalted); ok {
		return nil, errors.New("the build was halted")
	}

	return &Artifact{
		Name:        b.config.ImageName,
		Path:        state.Get("image_path").(string),
		SourceImage: b.config.SourceImage,
		StateData:   map[string]interface{}{"generated_data": state.Get("generated_data")},
	}, nil
}
`;
