package main

import (
	"fmt"
	"os"

	"github.com/hashicorp/packer-plugin-sdk/plugin"
	crateBuilder "github.com/parcelworks/packer-plugin-parcel/builder/crate"
	crateData "github.com/parcelworks/packer-plugin-parcel/datasource/crate"
	"github.com/parcelworks/packer-plugin-parcel/provisioner/label"
)

func main() {
	pps := plugin.NewSet()
	pps.RegisterBuilder("crate", new(crateBuilder.Builder))
	pps.RegisterProvisioner("label", new(label.Provisioner))
	pps.RegisterDatasource("parcel-crate", new(crateData.Datasource))
	if err := pps.Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
