//go:generate packer-sdc struct-markdown
//go:generate packer-sdc mapstructure-to-hcl2 -type Config

package crate

import (
	"errors"
	"os"

	"github.com/hashicorp/packer-plugin-sdk/common"
	"github.com/hashicorp/packer-plugin-sdk/communicator"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
	"github.com/hashicorp/packer-plugin-sdk/template/interpolate"
)

type Config struct {
	common.PackerConfig `mapstructure:",squash"`
	Comm                communicator.Config `mapstructure:",squash"`

	// The depot to pack in, as in `https://north.parcel.example`. Defaults to
	// the environment variable `PARCEL_URL`.
	DepotURL string `mapstructure:"depot_url" required:"false"`
	// The token that gives access to the depot. Defaults to the environment
	// variable `PARCEL_TOKEN`.
	APIToken string `mapstructure:"api_token" required:"false"`
	// The crate to start from.
	SourceCrate string `mapstructure:"source_crate" required:"true"`
	// What to call the new crate.
	CrateName string `mapstructure:"crate_name" required:"true"`

	ctx interpolate.Context
}

func (c *Config) prepare() error {
	if c.DepotURL == "" {
		c.DepotURL = os.Getenv("PARCEL_URL")
	}
	if c.APIToken == "" {
		c.APIToken = os.Getenv("PARCEL_TOKEN")
	}

	errs := packersdk.MultiErrorAppend(nil, c.Comm.Prepare(&c.ctx)...)
	for name, value := range map[string]string{"depot_url": c.DepotURL, "api_token": c.APIToken} {
		if value == "" {
			errs = packersdk.MultiErrorAppend(errs, errors.New(name+" must be set, here or in the environment"))
		}
	}
	if c.SourceCrate == "" {
		errs = packersdk.MultiErrorAppend(errs, errors.New("source_crate must be set"))
	}
	if c.CrateName == "" {
		errs = packersdk.MultiErrorAppend(errs, errors.New("crate_name must be set"))
	}
	if len(errs.Errors) > 0 {
		return errs
	}
	return nil
}
