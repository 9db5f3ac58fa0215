package crate

import (
	"context"
	"fmt"
	"log"
	"time"

	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
	registryimage "github.com/hashicorp/packer-plugin-sdk/packer/registry/image"
	"github.com/parcelworks/packer-plugin-parcel/internal/depot"
)

// BuilderID is what post-processors know our artifacts by.
const BuilderID = "scaffolding.builder"

// Artifact is a crate in a depot.
type Artifact struct {
	client *depot.Client
	crate  depot.Crate
	// StateData is handed on to post-processors.
	StateData map[string]interface{}
}

var _ packersdk.Artifact = (*Artifact)(nil)

func (*Artifact) BuilderId() string {
	return BuilderID
}

func (*Artifact) Files() []string {
	return nil
}

func (a *Artifact) Id() string {
	return a.crate.ID
}

func (a *Artifact) String() string {
	return fmt.Sprintf("Crate %s (%s) in %s", a.crate.Name, a.crate.ID, a.client.URL)
}

func (a *Artifact) State(name string) interface{} {
	if name != registryimage.ArtifactStateURI {
		return a.StateData[name]
	}
	image, err := registryimage.FromArtifact(a,
		registryimage.WithProvider("parcel"),
		registryimage.WithSourceID(a.crate.Parent),
		registryimage.WithRegion(a.client.URL),
	)
	if err != nil {
		log.Printf("[WARN] no metadata of crate %s for HCP Packer: %s", a.crate.ID, err)
		return nil
	}
	return image
}

func (a *Artifact) Destroy() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	return a.client.Discard(ctx, a.crate.ID)
}
