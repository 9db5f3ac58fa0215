import type { Part } from '../part';

/** artifact.go of a builder: the result of a build. */
export const artifact = ({ package: name, name: plugin, builderId }: Part) => `package ${name}

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
	registryimage "github.com/hashicorp/packer-plugin-sdk/packer/registry/image"
)

// BuilderID identifies artifacts of this builder. Post-processors compare it, so it must never change.
const BuilderID = "${builderId}"

// Artifact is the image that a build created.
type Artifact struct {
	Name        string
	Path        string
	SourceImage string
	// StateData holds the values that post-processors read by name, including generated data.
	StateData map[string]interface{}
}

var _ packersdk.Artifact = (*Artifact)(nil)

// BuilderId identifies the builder of the artifact.
func (*Artifact) BuilderId() string {
	return BuilderID
}

// Files returns the local files of the artifact.
func (a *Artifact) Files() []string {
	return []string{a.Path}
}

// Id returns the platform's identifier of the image.
func (a *Artifact) Id() string {
	return a.Name
}

// String returns the text that Packer prints at the end of the build.
func (a *Artifact) String() string {
	return fmt.Sprintf("Image %s, made of %s: %s", a.Name, a.SourceImage, a.Path)
}

// State returns a value for post-processors by name, and the image metadata for HCP Packer.
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

// Destroy removes the image. Packer calls it if a post-processor does not keep its input.
func (a *Artifact) Destroy() error {
	return os.Remove(a.Path)
}
`;

/** step_create_image.go of a builder: the step that creates the image. */
export const step = ({ package: name }: Part) => `package ${name}

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hashicorp/packer-plugin-sdk/multistep"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
)

// stepCreateImage writes a file instead of an image. Replace it with the calls that create an image on your platform.
type stepCreateImage struct {
	config *Config
	path   string
}

// Run creates the image and puts its path into the state.
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

// Cleanup removes the image of a build that failed or was canceled.
func (s *stepCreateImage) Cleanup(state multistep.StateBag) {
	_, canceled := state.GetOk(multistep.StateCancelled)
	_, halted := state.GetOk(multistep.StateHalted)
	if s.path == "" || !(canceled || halted) {
		return
	}
	if err := os.Remove(s.path); err != nil {
		state.Get("ui").(packersdk.Ui).Error(fmt.Sprintf("Image %s could not be removed: %s", s.path, err))
	}
}
`;
