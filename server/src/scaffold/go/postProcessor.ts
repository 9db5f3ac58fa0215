import type { Part } from '../part';

/** The Go files of a post-processor, which records artifacts. */
export const postProcessor = (part: Part): Record<string, string> => ({ 'config.go': config(part), 'post_processor.go': main(part) });

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

	// The file to append to, one line per artifact.
	Output string \`mapstructure:"output" required:"true"\`

	ctx interpolate.Context
}

// prepare returns the errors of the template.
func (c *Config) prepare() error {
	if c.Output == "" {
		return errors.New("output must be set")
	}
	return nil
}
`;

const main = ({ package: name, fullName }: Part) => `package ${name}

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/hashicorp/hcl/v2/hcldec"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
	"github.com/hashicorp/packer-plugin-sdk/template/config"
)

// PostProcessor records artifacts in a file.
type PostProcessor struct {
	config Config
}

var _ packersdk.PostProcessor = (*PostProcessor)(nil)

// ConfigSpec returns the attributes that a template can set.
func (p *PostProcessor) ConfigSpec() hcldec.ObjectSpec {
	return p.config.FlatMapstructure().HCL2Spec()
}

// Configure decodes and validates the template. It must not change anything else: \`packer validate\` calls it, too.
func (p *PostProcessor) Configure(raws ...interface{}) error {
	err := config.Decode(&p.config, &config.DecodeOpts{
		PluginType:         "${fullName}",
		Interpolate:        true,
		InterpolateContext: &p.config.ctx,
	}, raws...)
	if err != nil {
		return err
	}
	return p.config.prepare()
}

// entry is one line of the file.
type entry struct {
	BuilderID string   \`json:"builder_id"\`
	ID        string   \`json:"id"\`
	Files     []string \`json:"files"\`
}

// PostProcess appends the artifact to the file and returns it. The artifact is always kept, because it is also the result.
func (p *PostProcessor) PostProcess(ctx context.Context, ui packersdk.Ui, source packersdk.Artifact) (packersdk.Artifact, bool, bool, error) {
	if err := ctx.Err(); err != nil {
		return nil, true, true, err
	}
	line, err := json.Marshal(entry{BuilderID: source.BuilderId(), ID: source.Id(), Files: source.Files()})
	if err != nil {
		return nil, true, true, err
	}
	if err := appendLine(p.config.Output, line); err != nil {
		return nil, true, true, err
	}
	ui.Say(fmt.Sprintf("Wrote %s into %s", source.Id(), p.config.Output))
	return source, true, true, nil
}

func appendLine(path string, line []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return err
	}
	if _, err := file.Write(append(line, '\\n')); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}
`;
