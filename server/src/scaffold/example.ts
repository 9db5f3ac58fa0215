import type { Part } from './part';

/** How a template uses a component: the example of its page, and of the folder example/. It validates, and builds on any machine. */
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
    inline = ["echo making \${build.ImageName}"]
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

/** The label of the machine: all examples are one template to Packer, in which no two machines have the same. */
const labelOf = ({ kind, slug }: Part) => `${kind}-${slug}`;

/** Where the example of a component is kept. */
export const examplePath = ({ kind, slug }: Part): string => `example/${kind}-${slug}.pkr.hcl`;

/** The part of the example that says which plugin it needs. */
export const exampleHead = (name: string, owner: string): string => `packer {
  required_plugins {
    ${name} = {
      version = ">= 0.1.0"
      source  = "github.com/${owner}/${name}"
    }
  }
}
`;

/** What the folder example/ is for. */
export const exampleReadme = (name: string): string =>
	`# Example

A template that uses each component of the ${name} plugin. With the plugin installed (\`make dev\`, or \`packer init example\` once it is released):

~~~sh
packer validate example
packer build example
~~~
`.replaceAll('~~~', '```');
