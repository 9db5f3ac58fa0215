/** A plugin with a builder and a provisioner, each with a page. */
export const acmeFiles = {
	'go.mod': 'module github.com/acme/packer-plugin-acme\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n',
	'main.go': `package main

import (
	"github.com/acme/packer-plugin-acme/builder/vm"
	"github.com/acme/packer-plugin-acme/provisioner/shell"
	"github.com/hashicorp/packer-plugin-sdk/plugin"
)

func main() {
	pps := plugin.NewSet()
	pps.RegisterBuilder("vm", new(vm.Builder))
	pps.RegisterProvisioner("shell", new(shell.Provisioner))
	pps.Run()
}
`,
	'builder/vm/builder.go': 'package vm\n\ntype Builder struct{}\n',
	'provisioner/shell/provisioner.go': 'package shell\n\ntype Provisioner struct{}\n',
	'docs/builders/vm.mdx': '# VM\n',
	'docs/provisioners/shell.mdx': '# Shell\n',
} as const;
