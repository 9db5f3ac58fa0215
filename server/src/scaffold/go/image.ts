import type { Part } from '../part';

/** artifact.go of a builder: what a build has made. */
export const artifact = ({ package: name, name: plugin, builderId }: Part) => `package ${name}

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
	registryimage "github.com/hashicorp/packer-plugin-sdk/packer/registry/image"
)

// BuilderID tells the artifacts of this builder from all others. Post-processors compare it: it must never change.
const BuilderID = "${builderId}"

// Artifact is an image that a build has made.
type Artifact struct {
	Name        string
	Path        string
	SourceImage string
	// StateData holds what post-processors ask for by name, generated data among it.
	StateData map[string]interface{}
}

var _ packersdk.Artifact = (*Artifact)(nil)

// BuilderId says which builder made the artifact.
func (*Artifact) BuilderId() string {
	return BuilderID
}

// Files are the local files that the artifact consists of.
func (a *Artifact) Files() []string {
	return []string{a.Path}
}

// Id is what the platform calls the image.
func (a *Artifact) Id() string {
	return a.Name
}

// String is what Packer prints at the end of the build.
func (a *Artifact) String() string {
	return fmt.Sprintf("Image %s, made of %s: %s", a.Name, a.SourceImage, a.Path)
}

// State gives what post-processors ask for by name, and what the HCP Packer registry records.
func (a *Artifact) State(name string) interface{} {
	if name != registryimage.ArtifactStateURI {
		return a.StateData[name]
	}
	image, err := registryimage.FromArtifact(a,
		registryimage.WithProvider("${plugin}"),
		registryimage.WithID(a.Id()),
		registryimage.WithSourceID(a.SourceImage),
		registryimage.WithRegion(filepath.Dir(a.Path)),
	)
	if err != nil {
		log.Printf("[WARN] no metadata of %s for the HCP Packer registry: %s", a.Name, err)
		return nil
	}
	return image
}

// Destroy removes the image: Packer calls it where a post-processor does not keep its input.
func (a *Artifact) Destroy() error {
	return os.Remove(a.Path)
}
`;

/** step_create_image.go of a builder: the step that makes it. */
export const step = ({ package: name }: Part) => `package ${name}

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hashicorp/packer-plugin-sdk/multistep"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
)

// stepCreateImage writes a file that stands for the image. The calls that make one on your platform go here.
type stepCreateImage struct {
	config *Config
	path   string
}

// Run makes the image, and leaves its path in the state.
func (s *stepCreateImage) Run(ctx context.Context, state multistep.StateBag) multistep.StepAction {
	ui := state.Get("ui").(packersdk.Ui)
	ui.Say(fmt.Sprintf("Making image %s of %s...", s.config.ImageName, s.config.SourceImage))

	if err := s.create(ctx); err != nil {
		err = fmt.Errorf("image %s could not be made: %w", s.config.ImageName, err)
		state.Put("error", err)
		ui.Error(err.Error())
		return multistep.ActionHalt
	}
	state.Put("image_path", s.path)
	return multistep.ActionContinue
}

func (s *stepCreateImage) create(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := os.MkdirAll(s.config.OutputDirectory, 0o755); err != nil {
		return err
	}
	path := filepath.Join(s.config.OutputDirectory, s.config.ImageName+".img")
	flags := os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if s.config.PackerForce {
		flags = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	}
	file, err := os.OpenFile(path, flags, 0o644)
	if err != nil {
		return err
	}
	s.path = path
	if _, err := fmt.Fprintf(file, "%s made of %s\\n", s.config.ImageName, s.config.SourceImage); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

// Cleanup removes the image of a build that did not come to its end.
func (s *stepCreateImage) Cleanup(state multistep.StateBag) {
	_, cancelled := state.GetOk(multistep.StateCancelled)
	_, halted := state.GetOk(multistep.StateHalted)
	if s.path == "" || !(cancelled || halted) {
		return
	}
	if err := os.Remove(s.path); err != nil {
		state.Get("ui").(packersdk.Ui).Error(fmt.Sprintf("Image %s is left over: %s", s.path, err))
	}
}
`;
