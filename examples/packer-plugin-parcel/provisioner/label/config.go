//go:generate packer-sdc struct-markdown
//go:generate packer-sdc mapstructure-to-hcl2 -type Config

package label

import (
	"errors"

	"github.com/hashicorp/packer-plugin-sdk/common"
	"github.com/hashicorp/packer-plugin-sdk/template/interpolate"
)

type Config struct {
	common.PackerConfig `mapstructure:",squash"`

	// What the label says.
	Text string `mapstructure:"text" required:"true"`
	// The file on the machine that is the label. Defaults to `/etc/parcel-label`.
	Destination string `mapstructure:"destination" required:"false"`

	ctx interpolate.Context
}

func (c *Config) prepare() error {
	if c.Destination == "" {
		c.Destination = "/etc/parcel-label"
	}
	if c.Text == "" {
		return errors.New("text must be set")
	}
	return nil
}
