//go:generate packer-sdc struct-markdown
//go:generate packer-sdc mapstructure-to-hcl2 -type Config,DatasourceOutput

package crate

import (
	"errors"
	"os"

	"github.com/hashicorp/packer-plugin-sdk/common"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
	"github.com/hashicorp/packer-plugin-sdk/template/interpolate"
)

type Config struct {
	common.PackerConfig `mapstructure:",squash"`

	// The depot to look in. Defaults to the environment variable `PARCEL_URL`.
	DepotURL string `mapstructure:"depot_url" required:"false"`
	// A token that may look into the depot. Defaults to the environment
	// variable `PARCEL_READ_TOKEN`.
	ReadToken string `mapstructure:"read_token" required:"false"`
	// The name of the crate.
	CrateName string `mapstructure:"crate_name" required:"true"`

	ctx interpolate.Context
}

type DatasourceOutput struct {
	// The identifier of the newest crate of that name.
	ID string `mapstructure:"id"`
	// Its size in bytes.
	Size int64 `mapstructure:"size"`
}

func (c *Config) prepare() error {
	if c.DepotURL == "" {
		c.DepotURL = os.Getenv("PARCEL_URL")
	}
	if c.ReadToken == "" {
		c.ReadToken = os.Getenv("PARCEL_READ_TOKEN")
	}
	packersdk.LogSecretFilter.Set(c.ReadToken)
	if c.CrateName == "" {
		return errors.New("crate_name must be set")
	}
	return nil
}
