import type { Part } from '../part';

/** The Go files of a data source, which finds the newest file in a directory. */
export const datasource = (part: Part): Record<string, string> => ({ 'config.go': config(part), 'datasource.go': main(part) });

const config = ({ package: name }: Part) => `//go:generate packer-sdc struct-markdown
//go:generate packer-sdc mapstructure-to-hcl2 -type Config,DatasourceOutput

package ${name}

import (
	"errors"

	"github.com/hashicorp/packer-plugin-sdk/common"
	"github.com/hashicorp/packer-plugin-sdk/template/interpolate"
)

type Config struct {
	common.PackerConfig \`mapstructure:",squash"\`

	// The directory to search.
	Directory string \`mapstructure:"directory" required:"true"\`
	// The files to consider, for example \`*.img\`. Defaults to all files.
	Pattern string \`mapstructure:"pattern" required:"false"\`

	ctx interpolate.Context
}

type DatasourceOutput struct {
	// The path of the newest file.
	Path string \`mapstructure:"path"\`
	// The name of the newest file.
	Name string \`mapstructure:"name"\`
}

// prepare sets defaults and returns the errors of the template.
func (c *Config) prepare() error {
	if c.Pattern == "" {
		c.Pattern = "*"
	}
	if c.Directory == "" {
		return errors.New("directory must be set")
	}
	return nil
}
`;

const main = ({ package: name, fullName }: Part) => `package ${name}

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/hashicorp/hcl/v2/hcldec"
	"github.com/hashicorp/packer-plugin-sdk/hcl2helper"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
	"github.com/hashicorp/packer-plugin-sdk/template/config"
	"github.com/zclconf/go-cty/cty"
)

// Datasource finds the newest file in a directory.
type Datasource struct {
	config Config
}

var _ packersdk.Datasource = (*Datasource)(nil)

// ConfigSpec returns the attributes that a template can set.
func (d *Datasource) ConfigSpec() hcldec.ObjectSpec {
	return d.config.FlatMapstructure().HCL2Spec()
}

// OutputSpec returns the attributes that a template can read.
func (d *Datasource) OutputSpec() hcldec.ObjectSpec {
	return (&DatasourceOutput{}).FlatMapstructure().HCL2Spec()
}

// Configure decodes and validates the template. It must not change anything else: \`packer validate\` calls it, too.
func (d *Datasource) Configure(raws ...interface{}) error {
	err := config.Decode(&d.config, &config.DecodeOpts{
		PluginType:         "${fullName}",
		Interpolate:        true,
		InterpolateContext: &d.config.ctx,
	}, raws...)
	if err != nil {
		return err
	}
	return d.config.prepare()
}

// Execute finds the file.
func (d *Datasource) Execute() (cty.Value, error) {
	path, err := newest(d.config.Directory, d.config.Pattern)
	if err != nil {
		return cty.NullVal(cty.EmptyObject), err
	}
	output := DatasourceOutput{Path: path, Name: filepath.Base(path)}
	return hcl2helper.HCL2ValueFromConfig(output, d.OutputSpec()), nil
}

func newest(directory, pattern string) (string, error) {
	paths, err := filepath.Glob(filepath.Join(directory, pattern))
	if err != nil {
		return "", err
	}
	found, changed := "", time.Time{}
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return "", err
		}
		if info.Mode().IsRegular() && info.ModTime().After(changed) {
			found, changed = path, info.ModTime()
		}
	}
	if found == "" {
		return "", fmt.Errorf("no file in %s is called %s", directory, pattern)
	}
	return found, nil
}
`;
