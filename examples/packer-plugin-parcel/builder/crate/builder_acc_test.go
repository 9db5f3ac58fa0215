package crate

import (
	_ "embed"
	"testing"

	"github.com/hashicorp/packer-plugin-sdk/acctest"
)

//go:embed test-fixtures/template.pkr.hcl
var template string

func TestAccBuilder(t *testing.T) {
	acctest.TestPlugin(t, &acctest.PluginTestCase{
		Name:     "parcel-crate-builder",
		Type:     "parcel-crate",
		Template: template,
	})
}
