import type { Part } from './part';

/** A template that uses a component, for its page and the folder example/. It validates, and builds on any machine. */
export function example(part: Part): string {
	const { fullName } = part;
	const label = labelOf(part);
	const onMachine = (block: string) => `source "null" "${label}" {
  communicator = "none"
}

build {
  sources = ["source.null.${label}"]

${block}
}
`;
	switch (part.kind) {
		case 'builder':
			return `source "${fullName}" "example" {
  image_name   = "example-${part.slug}"
  source_image = "base"
}

build {
  sources = ["source.${fullName}.example"]

  provisioner "shell-local" {
    inline = ["echo creating \${build.ImageName}"]
  }
}
`;
		case 'provisioner':
			return onMachine(`  provisioner "${fullName}" {
    command = "echo hello"
  }`);
		case 'post-processor':
			return onMachine(`  post-processor "${fullName}" {
    output = "built.jsonl"
  }`);
		case 'datasource':
			return `data "${fullName}" "example" {
  directory = path.root
  pattern   = "*.pkr.hcl"
}

${onMachine(`  provisioner "shell-local" {
    inline = ["echo \${data.${fullName}.example.path}"]
  }`)}`;
	}
}

/** The label of the machine, unique because Packer reads all examples as one template. */
const labelOf = ({ kind, slug }: Part) => `${kind}-${slug}`;

/** The path of a component's example. */
export const examplePath = ({ kind, slug }: Part): string => `example/${kind}-${slug}.pkr.hcl`;

/** The part of the example that requires the plugin. */
export const exampleHead = (name: string, owner: string): string => `packer {
  required_plugins {
    ${name} = {
      version = ">= 0.1.0"
      source  = "github.com/${owner}/${name}"
    }
  }
}
`;

/** README.md of the folder example/. */
export const exampleReadme = (name: string): string =>
	`# Example

A template that uses each component of the ${name} plugin. Install the plugin (\`make dev\`, or \`packer init example\` after the first release), then run:

~~~sh
packer validate example
packer build example
~~~
`.replaceAll('~~~', '```');
