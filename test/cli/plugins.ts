import { readFileSync } from 'node:fs';
import { txtar } from '../support/txtar';
import type { Files } from './fake';

/** The files of a txtar text below a folder. */
export const at = (folder: string, archive: string): Files => Object.fromEntries([...txtar(archive)].map(([path, text]) => [`${folder}/${path}`, text]));

/** A plugin with a builder, which forgets to set its version and has no license. */
export const acme = `-- go.mod --
module github.com/acme/packer-plugin-acme

go 1.24

require github.com/hashicorp/packer-plugin-sdk v0.6.10
-- main.go --
package main

import (
	"github.com/acme/packer-plugin-acme/builder/acme"
	"github.com/hashicorp/packer-plugin-sdk/plugin"
)

func main() {
	pps := plugin.NewSet()
	pps.RegisterBuilder("vm", new(acme.Builder))
	pps.RegisterDatasource(plugin.DEFAULT_NAME, new(elsewhere.Datasource))
	if err := pps.Run(); err != nil {
		panic(err)
	}
}
-- builder/acme/builder.go --
package acme

// Builder makes machines.
type Builder struct{}
`;

/** A JSON file of the repository. */
export const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The same plugin, which registers its builder twice: a finding with a related place. */
export const twice = acme.replace(/(\tpps.RegisterBuilder.*\n)/, '$1$1');
