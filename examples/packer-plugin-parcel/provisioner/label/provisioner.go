package label

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2/hcldec"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
	"github.com/hashicorp/packer-plugin-sdk/template/config"
	"github.com/hashicorp/packer-plugin-sdk/template/interpolate"
)

// Provisioner puts a label on a crate: a file that says what is in it.
type Provisioner struct {
	config Config
}

var _ packersdk.Provisioner = (*Provisioner)(nil)

func (p *Provisioner) ConfigSpec() hcldec.ObjectSpec {
	return p.config.FlatMapstructure().HCL2Spec()
}

func (p *Provisioner) Prepare(raws ...interface{}) error {
	err := config.Decode(&p.config, &config.DecodeOpts{
		PluginType:         "parcel-label",
		Interpolate:        true,
		InterpolateContext: &p.config.ctx,
		InterpolateFilter:  &interpolate.RenderFilter{Exclude: []string{"text"}},
	}, raws...)
	if err != nil {
		return err
	}
	return p.config.prepare()
}

func (p *Provisioner) Provision(ctx context.Context, ui packersdk.Ui, comm packersdk.Communicator, generatedData map[string]interface{}) error {
	p.config.ctx.Data = generatedData
	text, err := interpolate.Render(p.config.Text, &p.config.ctx)
	if err != nil {
		return fmt.Errorf("text: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	ui.Say(fmt.Sprintf("Labelling the crate in %s...", p.config.Destination))
	return comm.Upload(p.config.Destination, strings.NewReader(text+"\n"), nil)
}
