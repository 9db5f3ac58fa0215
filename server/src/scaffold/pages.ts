import { layout } from '../facts/docs/layout';
import { pageHeader } from '../facts/docs/newPages';
import { example } from './example';
import type { Part } from './part';

/** The page of a component in docs/. It includes the reference generated from the comments of the configuration struct. */
export function page(part: Part, dir = 'docs'): { readonly path: string; readonly text: string } {
	const { kind, slug, title, fullName, builderId } = part;
	const { group, docs } = layout[kind];
	const [summary, ...more] = about[kind](part);
	const sections = [
		`${pageHeader(kind, title, summary.replaceAll('`', ''), `${title} ${group.replace(/s$/, '')}`)}Type: \`${fullName}\``,
		...(kind === 'builder' ? [`Artifact BuilderId: \`${builderId}\``] : []),
		summary,
		...more,
		'## Configuration',
		'### Required',
		`@include '${part.dir}/Config-required.mdx'`,
		...(kind === 'post-processor' ? [] : ['### Optional', `@include '${part.dir}/Config-not-required.mdx'`]),
		...(kind === 'builder' ? [communicators] : []),
		...(kind === 'datasource' ? ['## Output', `@include '${part.dir}/DatasourceOutput.mdx'`] : []),
		...(kind === 'builder' ? [generated] : []),
		'## Example Usage',
		`\`\`\`hcl\n${example(part)}\`\`\`\n`,
	];
	return { path: `${dir}/${docs}/${slug}.mdx`, text: sections.join('\n\n') };
}

type About = (part: Part) => readonly [summary: string, ...more: string[]];

const about: Readonly<Record<Part['kind'], About>> = {
	builder: ({ fullName }) => [
		`The \`${fullName}\` builder creates an image from another one.`,
		'It connects to a machine, provisions it, and creates an image of it. Builds can be published to the HCP Packer registry.',
	],
	provisioner: ({ fullName }) => [`The \`${fullName}\` provisioner runs a command on the machine.`],
	'post-processor': ({ fullName }) => [
		`The \`${fullName}\` post-processor records the artifacts of a build.`,
		'It appends a line of JSON to a file: the builder, the identifier of the artifact, and its files. It keeps the artifact for later post-processors.',
	],
	datasource: ({ fullName }) => [`The \`${fullName}\` data source finds the newest file in a directory.`],
};

const communicators = `### Communicator

The builder accepts all options of a [communicator](/packer/docs/communicators), which connects provisioners to the machine.
The default \`communicator\` is \`none\`.`;

const generated = `## Build Variables

Provisioners and post-processors can use these variables, for example \`build.ImageName\`:

- \`ImageName\` (string) - The name of the image.`;
