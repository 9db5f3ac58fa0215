import { layout } from '../facts/docs/layout';
import { pageHeader } from '../facts/docs/newPages';
import { example } from './example';
import type { Part } from './part';

/** The page of a component below docs/: the comments of its configuration struct become its reference. */
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
		`The \`${fullName}\` builder makes an image out of another one.`,
		'It connects to a machine, has it provisioned, and makes an image of it. Builds are ready for the HCP Packer registry.',
	],
	provisioner: ({ fullName }) => [`The \`${fullName}\` provisioner runs a command on the machine that an image is made of.`],
	'post-processor': ({ fullName }) => [
		`The \`${fullName}\` post-processor writes down what a build has made.`,
		'It adds a line to a file, in JSON: the builder, the identifier of the artifact, and its files. The artifact is kept, for the post-processors behind it.',
	],
	datasource: ({ fullName }) => [`The \`${fullName}\` data source finds the file of a directory that was changed last.`],
};

const communicators = `### Communicator

The builder takes all options of a [communicator](/packer/docs/communicators), by which provisioners reach the machine.
Without one, \`communicator\` is \`none\`.`;

const generated = `## Build Variables

Provisioners and post-processors can use, as in \`build.ImageName\`:

- \`ImageName\` (string) - The name of the image.`;
