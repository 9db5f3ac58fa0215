// Package version says which version of the plugin this is.
package version

import "github.com/hashicorp/packer-plugin-sdk/version"

var (
	Version           = "0.4.0"
	VersionPrerelease = "dev"
	PluginVersion     = version.NewPluginVersion(Version, VersionPrerelease, "")
)
