package crate

import (
	"context"
	"fmt"
	"time"

	"github.com/hashicorp/packer-plugin-sdk/multistep"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
	"github.com/parcelworks/packer-plugin-parcel/internal/depot"
)

// stepOpenBay starts a machine, which is stopped in any case.
type stepOpenBay struct {
	client *depot.Client
	crate  string
	bay    string
}

func (s *stepOpenBay) Run(ctx context.Context, state multistep.StateBag) multistep.StepAction {
	ui := state.Get("ui").(packersdk.Ui)
	ui.Say(fmt.Sprintf("Opening a bay with crate %s...", s.crate))
	bay, err := s.client.OpenBay(ctx, s.crate)
	if err != nil {
		return halt(state, fmt.Errorf("no bay could be opened: %w", err))
	}
	s.bay = bay.ID
	state.Put("bay_id", bay.ID)
	state.Put("bay_address", bay.Address)
	return multistep.ActionContinue
}

func (s *stepOpenBay) Cleanup(state multistep.StateBag) {
	if s.bay == "" {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := s.client.CloseBay(ctx, s.bay); err != nil {
		state.Get("ui").(packersdk.Ui).Error(fmt.Sprintf("Bay %s is left open: %s", s.bay, err))
	}
}

// stepPack makes a crate of the bay.
type stepPack struct {
	client *depot.Client
	name   string
}

func (s *stepPack) Run(ctx context.Context, state multistep.StateBag) multistep.StepAction {
	ui := state.Get("ui").(packersdk.Ui)
	ui.Say(fmt.Sprintf("Packing crate %s...", s.name))
	crate, err := s.client.Pack(ctx, state.Get("bay_id").(string), s.name)
	if err != nil {
		return halt(state, fmt.Errorf("crate %s could not be packed: %w", s.name, err))
	}
	state.Put("crate", crate)
	return multistep.ActionContinue
}

func (*stepPack) Cleanup(multistep.StateBag) {}

// halt ends the build with an error, where Packer and -on-error look for it.
func halt(state multistep.StateBag, err error) multistep.StepAction {
	state.Put("error", err)
	state.Get("ui").(packersdk.Ui).Error(err.Error())
	return multistep.ActionHalt
}
