import type { Part } from '../part';

/** A table of invalid templates, each with its error. */
const table = (rows: readonly (readonly [name: string, template: string, wrong: string])[]) =>
	rows.map(([name, template, wrong]) => `\t\t{"${name}", map[string]interface{}{${template}}, "${wrong}"},\n`).join('');

/** The test of decoding and validating a template; `call` is the method, after the names of its results. */
export const preparing = (type: string, call: string, rows: Parameters<typeof table>[0]) => `func Test${type}_${call.replace(/^.* /, '')}(t *testing.T) {
	for _, test := range []struct {
		name     string
		template map[string]interface{}
		wrong    string
	}{
${table(rows)}	} {
		t.Run(test.name, func(t *testing.T) {
			var component ${type}
			${call.replace(/ \w+$/, '')} := component.${call.replace(/^.* /, '')}(test.template)
			if (err == nil) != (test.wrong == "") || (err != nil && !strings.Contains(err.Error(), test.wrong)) {
				t.Errorf("got %v, want %q", err, test.wrong)
			}
		})
	}
}
`;

/** The unit test of a builder. */
export const builder = ({ package: name }: Part): string => `package ${name}

import (
	"context"
	"os"
	"strings"
	"testing"

	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
)

${preparing('Builder', '_, _, err Prepare', [
	['complete', '"image_name": "web", "source_image": "base"', ''],
	['no name', '"source_image": "base"', 'image_name must be set'],
	['a path', '"image_name": "a/b", "source_image": "base"', 'image_name must be a name'],
	['no source', '"image_name": "web"', 'source_image must be set'],
	['unknown attribute', '"image_name": "web", "source_image": "base", "color": "blue"', 'color'],
])}
func TestBuilder_Run(t *testing.T) {
	var builder Builder
	template := map[string]interface{}{"image_name": "web", "source_image": "base", "output_directory": t.TempDir()}
	if _, _, err := builder.Prepare(template); err != nil {
		t.Fatal(err)
	}
	hook := new(packersdk.MockHook)
	artifact, err := builder.Run(context.Background(), packersdk.TestUi(t), hook)
	if err != nil {
		t.Fatal(err)
	}
	if !hook.RunCalled {
		t.Error("the machine was not provisioned")
	}
	if _, err := os.Stat(artifact.Files()[0]); err != nil {
		t.Error(err)
	}
	if _, err := builder.Run(context.Background(), packersdk.TestUi(t), hook); err == nil {
		t.Error("a second build replaced the image")
	}
	if err := artifact.Destroy(); err != nil {
		t.Error(err)
	}
}
`;
