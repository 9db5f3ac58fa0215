import type { Fact } from '../core/database';
import { filesIn } from '../core/files';

/** The issue templates and forms of the repository, and their configuration, in all folders that GitHub reads. */
export const issueTemplates: Fact<readonly string[]> = read =>
	['', '.github', 'docs'].flatMap(dir => {
		const below = (path: string) => (dir === '' ? path : `${dir}/${path}`);
		const single = read(filesIn, dir).filter(name => /^issue_template(?:\.(?:md|txt))?$/i.test(name));
		const several = ['ISSUE_TEMPLATE', 'issue_template'].flatMap(folder => read(filesIn, below(folder)).map(name => `${folder}/${name}`));
		return [...single, ...several.filter(name => /\.(?:md|ya?ml)$/i.test(name))].map(below);
	});

/** The issue form for a defect, which asks what one needs to look into it. */
export const bugForm = (plugin: string): string =>
	form(
		'Bug report',
		'Something does not work as documented',
		['bug'],
		[
			['textarea', 'what', 'What happened, and what you expected instead', true],
			['textarea', 'template', 'The smallest Packer template that shows it (without secrets)', true],
			['textarea', 'log', 'The output of the build with PACKER_LOG=1 (without secrets)', false],
			['input', 'versions', `Versions of Packer and of the ${plugin} plugin (packer version, packer plugins installed)`, true],
			['input', 'system', 'Operating system and architecture', true],
		],
	);

/** The issue form for a wish. */
export const featureForm = (plugin: string): string =>
	form(
		'Feature request',
		`Something that the ${plugin} plugin should be able to do`,
		['enhancement'],
		[
			['textarea', 'need', 'What you want to do, and why it cannot be done today', true],
			['textarea', 'template', 'How it might look in a Packer template', false],
		],
	);

type Field = readonly [type: 'textarea' | 'input', id: string, label: string, required: boolean];

function form(name: string, description: string, labels: readonly string[], fields: readonly Field[]): string {
	const body = fields.flatMap(([type, id, label, required]) => [
		`  - type: ${type}`,
		`    id: ${id}`,
		'    attributes:',
		`      label: ${label}`,
		'    validations:',
		`      required: ${required}`,
	]);
	return [`name: ${name}`, `description: ${description}`, `labels: [${labels.join(', ')}]`, 'body:', ...body, ''].join('\n');
}
