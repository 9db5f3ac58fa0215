import type { Part } from '../part';

/** main.go of a new plugin. */
export function mainFile(module: string, parts: readonly Part[]): string {
	const imports = [...parts.map(({ dir }) => `${module}/${dir}`), `${module}/version`, 'github.com/hashicorp/packer-plugin-sdk/plugin'];
	return [
		'package main',
		'',
		'import (',
		'\t"fmt"',
		'\t"os"',
		'',
		...imports.sort().map(path => `\t"${path}"`),
		')',
		'',
		'func main() {',
		'\tpps := plugin.NewSet()',
		...parts.map(part => `\t${registration('pps', 'plugin', part, part.package)}`),
		'\tpps.SetVersion(version.PluginVersion)',
		'\tif err := pps.Run(); err != nil {',
		'\t\tfmt.Fprintln(os.Stderr, err)',
		'\t\tos.Exit(1)',
		'\t}',
		'}',
		'',
	].join('\n');
}

/** The call that registers a component with a set, for these package names. */
export const registration = (set: string, sdk: string, { component, type }: Part, name: string): string =>
	`${set}.Register${type}(${component === '' ? `${sdk}.DEFAULT_NAME` : `"${component}"`}, new(${name}.${type}))`;

/** version/version.go of a new plugin. */
export const versionFile = `// Package version holds the version of the plugin.
package version

import "github.com/hashicorp/packer-plugin-sdk/version"

var (
	// Version is the next version. A release sets it from the tag.
	Version = "0.1.0"

	// VersionPrerelease is "dev" between releases. A release clears it.
	VersionPrerelease = "dev"

	// VersionMetadata stays empty: Packer ignores plugins with metadata in the version.
	VersionMetadata = ""

	// PluginVersion is the version that the plugin reports to Packer.
	PluginVersion = version.NewPluginVersion(Version, VersionPrerelease, VersionMetadata)
)
`;
