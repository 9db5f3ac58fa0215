package crate

import (
	"context"
	"fmt"
	"time"

	"github.com/hashicorp/hcl/v2/hcldec"
	"github.com/hashicorp/packer-plugin-sdk/hcl2helper"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
	"github.com/hashicorp/packer-plugin-sdk/template/config"
	"github.com/parcelworks/packer-plugin-parcel/internal/depot"
	"github.com/zclconf/go-cty/cty"
)

// Datasource finds the newest crate of a name.
type Datasource struct {
	config Config
}

var _ packersdk.Datasource = (*Datasource)(nil)

func (d *Datasource) ConfigSpec() hcldec.ObjectSpec {
	return d.config.FlatMapstructure().HCL2Spec()
}

func (d *Datasource) OutputSpec() hcldec.ObjectSpec {
	return (&DatasourceOutput{}).FlatMapstructure().HCL2Spec()
}

func (d *Datasource) Configure(raws ...interface{}) error {
	err := config.Decode(&d.config, &config.DecodeOpts{
		PluginType:         "parcel-crate",
		Interpolate:        true,
		InterpolateContext: &d.config.ctx,
	}, raws...)
	if err != nil {
		return err
	}
	return d.config.prepare()
}

func (d *Datasource) Execute() (cty.Value, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	client := depot.Client{URL: d.config.DepotURL, Token: d.config.ReadToken}
	crate, err := client.Find(ctx, d.config.CrateName)
	if err != nil {
		return cty.NullVal(cty.EmptyObject), fmt.Errorf("crate %s: %w", d.config.CrateName, err)
	}
	output := DatasourceOutput{ID: crate.ID, Size: crate.Size}
	return hcl2helper.HCL2ValueFromConfig(output, d.OutputSpec()), nil
}
