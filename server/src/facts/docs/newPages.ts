import type { Read } from '../core/database';
import { filesIn, text } from '../core/files';
import type { Component } from '../plugin/components';
import { identity } from '../plugin/identity';
import { type Kind, kinds } from '../plugin/registrations';
import { header } from './header';
import { layout } from './layout';
import { componentTitle, documented, ownSlug, pluginSentence, pluginTitle } from './names';

/** The front matter of a component's page and its title, each with the empty line that compile-to-webdocs.sh drops after it. */
export function pageHeader(kind: Kind, title: string, description: string, heading: string): string {
	return [
		'---',
		'description: >',
		`  ${description}`,
		`page_title: ${title} - ${layout[kind].group}`,
		`nav_title: ${title}`,
		'---',
		'',
		`# ${heading}`,
		'',
		'',
	].join('\n');
}

/** Where the page of a component is to be written. */
export const pagePath = (read: Read, component: Component, dir = 'docs'): string => `${dir}/${layout[component.kind].docs}/${ownSlug(read, component)}.mdx`;

/** The page of a component, to be filled in: what it is, its configuration from the generated partials, and an example. */
export function componentPage(read: Read, component: Component): string {
	const { kind, fullName } = component;
	const { noun, block } = layout[kind];
	const title = componentTitle(read, component);
	const sentence = `The \`${fullName}\` ${noun} is part of the ${pluginTitle(read)} plugin for Packer.`;
	const labels = kind === 'builder' || kind === 'datasource' ? `"${fullName}" "example"` : `"${fullName}"`;
	const use: Readonly<Record<Kind, readonly string[]>> = {
		builder: [`${block} ${labels} {`, '}', '', 'build {', `  sources = ["source.${fullName}.example"]`, '}'],
		datasource: [`${block} ${labels} {`, '}'],
		provisioner: ['build {', '  sources = ["source.null.example"]', '', `  ${block} ${labels} {`, '  }', '}'],
		'post-processor': ['build {', '  sources = ["source.null.example"]', '', `  ${block} ${labels} {`, '  }', '}'],
	};
	return [
		`${pageHeader(kind, title, sentence.replaceAll('`', ''), `${title} ${layout[kind].group.replace(/s$/, '')}`)}Type: \`${fullName}\``,
		sentence,
		...configuration(read, component),
		'## Example Usage',
		['```hcl', ...use[kind], '```', ''].join('\n'),
	].join('\n\n');
}

/** The page of a component with the text of a README that documents it elsewhere, below a header of its own where that has none. */
export function movedPage(read: Read, component: Component, path: string): string {
	const source = (read(text, path) ?? '').replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
	if (read(header, path)?.frontMatter !== 'missing') return source;
	const { kind, fullName } = component;
	const title = componentTitle(read, component);
	const heading = read(header, path)?.title ?? `${title} ${layout[kind].group.replace(/s$/, '')}`;
	const body = source.replace(/^\s*(?:# [^\n]*\n?)?\s*/, '');
	return pageHeader(kind, title, `The ${fullName} ${layout[kind].noun} is part of the ${pluginTitle(read)} plugin for Packer.`, heading) + body;
}

/** The sections that include the partials that packer-sdc generates from the configuration struct, where there are any. */
function configuration(read: Read, { kind, implementation }: Component): string[] {
	const dir = implementation?.dir ?? '';
	const partials = dir === '' ? [] : read(filesIn, `docs-partials/${dir}`).filter(name => /^(?:Config|DatasourceOutput)\b/.test(name));
	const section = (title: string, passes: (name: string) => boolean) => {
		const includes = partials.filter(passes).map(name => `@include '${dir}/${name}'`);
		return includes.length === 0 ? [] : [title, ...includes];
	};
	return [
		...section('## Required', name => name.endsWith('-required.mdx') && !name.endsWith('-not-required.mdx')),
		...section('## Optional', name => name.endsWith('-not-required.mdx')),
		...(kind === 'datasource' ? section('## Output', name => name === 'DatasourceOutput.mdx') : []),
	];
}

/** docs/README.md, to be filled in: what the plugin is, how it is installed, and its components. The portal adds the title. */
export function readmePage(read: Read): string {
	const { name, owner = 'organization', source = `github.com/${owner}/${name}` } = read(identity);
	const all = documented(read);
	const groups = kinds.flatMap(kind => {
		const lines = all
			.filter(c => c.kind === kind)
			.map(
				c =>
					`- [${c.component.fullName}](/packer/integrations/${owner}/${name}/latest/components/${layout[kind].web}/${c.slug}) - The ${c.title} ${layout[kind].noun}.`,
			);
		return lines.length === 0 ? [] : [`#### ${layout[kind].group}`, lines.join('\n')];
	});
	return [
		pluginSentence(read),
		'### Installation',
		'To install this plugin, add it to your Packer template and run [`packer init`](/packer/docs/commands/init).',
		[
			'```hcl',
			'packer {',
			'  required_plugins {',
			`    ${name} = {`,
			`      source  = "${source}"`,
			'      version = ">= 0.0.1"',
			'    }',
			'  }',
			'}',
			'```',
		].join('\n'),
		'Or install it with `packer plugins install`:',
		['```sh', `packer plugins install ${source}`, '```'].join('\n'),
		'### Components',
		...groups,
		'',
	]
		.join('\n\n')
		.replace(/\n+$/, '\n');
}
