import { defineRule, type Finding } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { exists, text } from '../../../facts/core/files';
import { layout } from '../../../facts/docs/layout';
import { documentation } from '../../../facts/docs/matching';
import { componentPage, movedPage, pagePath } from '../../../facts/docs/newPages';
import { docsPages, docsSource, type Page } from '../../../facts/docs/pages';
import { isPublished } from '../../../facts/docs/published';
import { isTemplatePage } from '../../../facts/docs/templatePages';
import type { Component } from '../../../facts/plugin/components';
import { isScaffolding } from '../../../facts/plugin/scaffolding';
import { webComponents, webPagePath } from '../../../facts/webdocs/paths';
import { isListed, listingOf, unpublished } from '../../../facts/webdocs/unpublished';
import { create, type Edit, remove } from '../../../text/edit';
import { enumerated, listed } from '../../../text/listed';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'Every component has a documentation page',
	title: 'Component page missing',
	titles: { misnamed: 'Component page name', misplaced: 'Component page in wrong folder' },
	severity: 'error',
	severities: { misnamed: 'warning' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer/blob/main/.github/ISSUE_TEMPLATE/plugin_integration.md',
	threads: [
		'https://github.com/hashicorp/packer/issues/10142',
		'https://github.com/hashicorp/packer/pull/3625',
		'https://github.com/hashicorp/packer/pull/3660',
		'https://github.com/mondoohq/packer-plugin-cnspec/pull/25',
	],
	messages: {
		missing: '`{folder}` has no page for {noun} `{name}`. The integration request requires one for each component.',
		several: '{count} components have no documentation page: {names}. The integration request requires one for each.',
		misnamed: '`{page}` documents {noun} `{name}`, but is not named after it. Rename it to `{path}`.',
		misplaced: '`{page}` documents {noun} `{name}`, but only pages in `{folder}` are published. Move it there.',
	},
	leavesOut: true,

	*check(read, _, leaves) {
		const source = read(docsSource);
		if (source.from === 'nowhere' || !read(isPublished) || read(isScaffolding)) return;
		const all = read(documentation).flatMap(({ component, documented }) =>
			documented.by === 'nothing' && !templateName.test(component.name) ? [component] : [],
		);
		const counted = all.filter(({ registration }) => !leaves(registration.namePlace));
		const lacking = counted.length > 0 ? counted : all;
		if (source.from === 'web-docs') {
			// webdocs/component-readme-missing reports what metadata.hcl lists.
			yield* missing(
				lacking.filter(component => listingOf(read, component) === undefined),
				webFolder,
			);
			return;
		}
		const { dir } = source;
		yield* missing(lacking, folderIn(dir), {
			related: lacking.flatMap(component => templatePages(read, component)).map(({ path }) => ({ at: at(path), message: 'Still the page of the template' })),
			fix: {
				title: lacking.length === 1 ? `Create ${lacking.map(component => pagePath(read, component, dir))}` : `Create ${lacking.length} pages`,
				kind: 'offer',
				edits: read => newPages(read, lacking, dir),
			},
		});
		for (const { component, documented } of read(documentation)) {
			const path = pagePath(read, component, dir);
			const data = { noun: layout[component.kind].noun, name: component.fullName, folder: folderIn(dir)(component), path };
			const related = [{ at: component.registration.namePlace, message: 'Registered here' }];
			if (documented.by === 'elsewhere') {
				const { path: page } = documented;
				const edits = (read: Read) => [create(path, movedPage(read, component, page)), remove(page)];
				yield { at: at(page), message: 'misplaced', data: { ...data, page }, related, fix: { title: `Move ${page} to ${path}`, kind: 'offer', edits } };
			}
			if (documented.by === 'another name' && isUnknownToPortal(read, component, documented.page)) {
				const { path: page } = documented.page;
				const fix = read(exists, path)
					? {}
					: { fix: { title: `Rename ${page} to ${path}`, kind: 'offer' as const, edits: (read: Read) => renamed(read, documented.page, path) } };
				yield { at: at(page), message: 'misnamed', data: { ...data, page }, related, ...fix };
			}
		}
	},
});

/** The names under which the template registers its components; repo/scaffolding-leftover reports them. */
const templateName = /^my-(?:builder|provisioner|post-processor|datasource)$/;

const folderIn = (dir: string) => (component: Component) => `${dir}/${layout[component.kind].docs}`;
const webFolder = ({ kind }: Component) => `${webComponents}/${layout[kind].web}`;

/** One finding about all components without a page. */
function missing(
	lacking: readonly Component[],
	folderOf: (component: Component) => string,
	{ related = [], ...fix }: Pick<Finding, 'related' | 'fix'> = {},
): Finding<'missing' | 'several'>[] {
	const [first, ...others] = lacking;
	if (first === undefined) return [];
	const { kind, fullName } = first;
	const places = [...others.map(({ registration, fullName }) => ({ at: registration.namePlace, message: `No page for \`${fullName}\`` })), ...related];
	const data = { folder: folderOf(first), noun: layout[kind].noun, name: fullName, count: String(lacking.length), names: namesOf(lacking) };
	return [{ at: first.registration.namePlace, message: others.length === 0 ? 'missing' : 'several', data, related: places, ...fix }];
}

/** The names of components, with what each is where two have the same. */
function namesOf(all: readonly Component[]): string {
	const names = all.map(({ fullName }) => fullName);
	return new Set(names).size === names.length ? listed(names) : enumerated(all.map(({ kind, fullName }) => `${layout[kind].noun} \`${fullName}\``));
}

/** The pages of the template of the component's kind. */
const templatePages = (read: Read, { kind }: Component): readonly Page[] =>
	read(docsPages).filter(page => page.kind === kind && read(isTemplatePage, page.path));

/** The edits that create pages for components and delete those of the template. */
function newPages(read: Read, lacking: readonly Component[], dir: string): Edit[] {
	const template = new Set(lacking.flatMap(component => templatePages(read, component)));
	return [
		...lacking.map(component => create(pagePath(read, component, dir), componentPage(read, component))),
		...[...template]
			.flatMap(page => [page.path, webPagePath(layout[page.kind].web, page.slug)])
			.flatMap(path => (read(isTemplatePage, path) ? [remove(path)] : [])),
	];
}

/** Whether metadata.hcl does not list the slug of the page, and webdocs/component-readme-missing does not report its component. */
function isUnknownToPortal(read: Read, component: Component, { slug }: Page): boolean {
	if (isListed(read, layout[component.kind].web, slug)) return false;
	const listing = listingOf(read, component);
	return !read(unpublished).some(({ component: { header } }) => header.node === listing?.header.node);
}

/** The edits that rename a page, and what was compiled from it. */
function renamed(read: Read, { path: from, kind, slug }: Page, to: string): Edit[] {
	const web = (slug: string) => webPagePath(layout[kind].web, slug);
	const compiled = web(slug);
	const target = web(to.replace(/^.*\/|\.mdx$/g, ''));
	const moves = [[from, to], ...(read(exists, compiled) && !read(exists, target) ? [[compiled, target]] : [])] as [string, string][];
	return moves.flatMap(([from, to]) => [create(to, read(text, from) ?? ''), remove(from)]);
}
