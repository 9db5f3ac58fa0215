import type { Fact, Read } from '../core/database';
import { exists } from '../core/files';
import { dirname, join } from '../core/paths';
import { components } from '../plugin/components';
import { identity } from '../plugin/identity';
import { identifier } from '../webdocs/identifier';
import { metadata } from '../webdocs/metadata';
import { isListed } from '../webdocs/unpublished';
import { kindOfFolder, layout } from './layout';
import { isNameOf, pageOf } from './matching';
import { docsPages, docsReadme, docsSource, type Page } from './pages';

/** The address of the plugin in the portal, `/packer/integrations/acme/cloud`; undefined if its owner is not known. */
export const portalAddress: Fact<string | undefined> = read => {
	const [product, organization, name, ...rest] = (read(identifier) ?? '').split('/');
	return product !== 'packer' || !organization || !name || rest.length > 0 ? undefined : `/packer/integrations/${organization}/${name}`;
};

/** The address of a component's page in the portal; undefined where the portal does not show it. */
export function addressOf(read: Read, type: string, slug: string): string | undefined {
	const plugin = read(portalAddress);
	const shown = read(metadata) === undefined || isListed(read, type, slug);
	return plugin === undefined || !shown ? undefined : `${plugin}/latest/components/${type}/${slug}`;
}

/** The address of a page of the documentation. */
const addressOfPage = (read: Read, page: Page): string | undefined => addressOf(read, layout[page.kind].web, page.slug);

/** The address of the page that a relative link on another page leads to in the repository; undefined if it leads elsewhere. */
export function addressOfFile(read: Read, from: string, link: string): string | undefined {
	const source = read(docsSource);
	const bases = link.startsWith('/') ? ['', source.from === 'docs' ? source.dir : 'docs'] : [dirname(from)];
	for (const base of bases) {
		const path = join(base, link);
		if (path === undefined) continue;
		if (path === read(docsReadme)) return read(portalAddress);
		const page = read(docsPages).find(page => page.path === path || page.path === `${path}.mdx` || page.path === `${path}/README.md`);
		if (page !== undefined) return addressOfPage(read, page);
	}
	return undefined;
}

/** Whether a link leads to a file of the repository, from a page in it. */
export const isFile = (read: Read, from: string, link: string): boolean => {
	const path = join(link.startsWith('/') ? '' : dirname(from), link);
	return path !== undefined && path !== '' && read(exists, path);
};

/**
 * The address in the portal of what had one among the pages of Packer itself: `builders/acme/vm`, `builders/acme-vm`, or `builders/acme` of the plugin.
 * Undefined for what is not this plugin's.
 */
export function earlierAddress(read: Read, [folder = '', plugin = '', component, ...rest]: readonly string[]): string | undefined {
	const kind = kindOfFolder(folder) ?? kindOfFolder(folder.replace('data-source', 'datasource'));
	if (kind === undefined || rest.length > 0) return undefined;
	const own = read(identity).name;
	if (component !== undefined && plugin !== own) return undefined;
	const slug = component ?? plugin;
	const page = read(docsPages).find(page => page.kind === kind && page.slug === slug) ?? pageNamed(read, kind, slug);
	if (page !== undefined) return addressOfPage(read, page);
	return component === undefined && plugin === own ? read(portalAddress) : undefined;
}

/** The page of the component with a full name, where it has another slug. */
function pageNamed(read: Read, kind: Page['kind'], name: string): Page | undefined {
	const component = read(components).find(one => one.kind === kind && one.fullName === name);
	return component && pageOf(read, component);
}

/** The right address of a component of this plugin whose type is right and whose slug is another name of it. */
export function addressOfSlug(read: Read, type: string, slug: string): string | undefined {
	const component = read(components).find(one => layout[one.kind].web === type && isNameOf(read, one, slug));
	const page = component && pageOf(read, component);
	return page && addressOfPage(read, page);
}
