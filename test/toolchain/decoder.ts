/** A Go program that decodes HCL texts into `Config` of the packages c0, c1… as Packer does, and prints `package.text`, a tab, and what came of it on one line each. */
export const decoder = (bodies: readonly (readonly string[])[]): string => `package main

import (
	"fmt"
	"strings"

${bodies.map((_, i) => `\t"github.com/acme/packer-plugin-acme/c${i}"`).join('\n')}
	"github.com/hashicorp/hcl/v2/hcldec"
	"github.com/hashicorp/hcl/v2/hclparse"
	"github.com/hashicorp/packer-plugin-sdk/template/config"
)

type flat interface {
	FlatMapstructure() interface{ HCL2Spec() map[string]hcldec.Spec }
}

func decode(body string, target flat) (said string) {
	defer func() {
		if r := recover(); r != nil {
			said = fmt.Sprint("panic: ", r)
		}
	}()
	file, diags := hclparse.NewParser().ParseHCL([]byte(body), "x.hcl")
	if diags.HasErrors() {
		return diags.Error()
	}
	value, diags := hcldec.Decode(file.Body, hcldec.ObjectSpec(target.FlatMapstructure().HCL2Spec()), nil)
	if diags.HasErrors() {
		return diags.Error()
	}
	if err := config.Decode(target, nil, value); err != nil {
		return err.Error()
	}
	return "ok"
}

func try(name, body string, target flat) {
	fmt.Printf("%s\\t%s\\n", name, strings.Join(strings.Fields(decode(body, target)), " "))
}

func main() {
${bodies.map((texts, i) => texts.map((body, n) => `\ttry("${i}.${n}", ${JSON.stringify(body)}, new(c${i}.Config))`).join('\n')).join('\n')}
}
`;
