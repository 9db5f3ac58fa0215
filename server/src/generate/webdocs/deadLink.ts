import type { Read } from '../../facts/core/database';
import { exists } from '../../facts/core/files';
import { addressOf, addressOfFile, addressOfSlug, earlierAddress, isFile, portalAddress } from '../../facts/docs/addresses';
import { kindOfFolder, kindOfType, layout } from '../../facts/docs/layout';
import { docsPages } from '../../facts/docs/pages';
import { isScaffolding } from '../../facts/plugin/scaffolding';
import { metadata } from '../../facts/webdocs/metadata';
import { webPagePath } from '../../facts/webdocs/paths';
import { isPlaceholder } from '../../facts/webdocs/placeholders';
import { isListed } from '../../facts/webdocs/unpublished';

/**
 * Why a link does not work in the portal: it is an address of the `old` site, `relative` to a page or to the repository, of the `template`,
 * or has a component `type` or an `unlisted` component that the portal does not have.
 */
export interface Dead {
	readonly why: 'old' | 'relative' | 'template' | 'type' | 'unlisted';
	/** The address that works, where it is known. */
	readonly to?: string;
}

/** The folders and pages at the root of the site that Packer's documentation had before developer.hashicorp.com, which redirects only what is below /packer. */
const old = /^\/(?:docs|guides|intro|community-tools|plugins)(?:\/|\.html|$)/;

/** The parts of the old documentation that still have their names below /packer/docs. */
const kept = /^\/docs\/(?:templates|commands|communicators|configure|debugging|install|terminology)(?:\/|$)/;

/** Builders, provisioners and post-processors of Packer itself, whose pages are below /packer/docs. */
const core =
	/^\/docs\/(?:builders\/(?:file|null)|provisioners\/(?:breakpoint|file|powershell|shell|shell-local|windows-restart|windows-shell|hcp-sbom)|post-processors\/(?:artifice|checksum|compress|manifest|shell-local))$/;

const host = /^https?:\/\/developer\.hashicorp\.com(?=\/)/;

/** Why a link on a page does not work in the portal, from its address as published; undefined if it works, or that is unknown. */
export function deadLink(read: Read, page: string, url: string): Dead | undefined {
	const [, address = '', anchor = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
	const dead = ofAddress(read, page, address);
	return dead?.to === undefined ? dead : { ...dead, to: dead.to + anchor };
}

function ofAddress(read: Read, page: string, address: string): Dead | undefined {
	const path = address.replace(host, '');
	const plugin = /^\/packer\/plugins?\/((?:builders|provisioners|post-processors|data-?sources)\/.*[^/])\/*$/.exec(path)?.[1];
	if (plugin !== undefined) return { why: 'old', ...to(earlierAddress(read, plugin.split('/'))) };
	if (path.startsWith('/packer/integrations/')) return ofIntegration(read, path);
	if (path !== address || /^(?:[a-z][a-z\d+.-]*:|\/\/|$)/i.test(address)) return undefined;
	if (path.startsWith('/')) {
		const file = addressOfFile(read, page, path);
		if ((file !== undefined || isFile(read, page, path)) && !(old.test(path) && !/\.\w+$/.test(path))) return { why: 'relative', ...to(file) };
		return old.test(path) ? { why: 'old', ...to(onEarlierSite(read, path.replace(/\.(?:html|mdx?)$|\/$/, ''))) } : undefined;
	}
	if (/^packer\/(?:integrations|docs)\//.test(path)) return { why: 'relative', to: `/${path}` };
	const file = addressOfFile(read, page, path);
	if (file !== undefined || isFile(read, page, path) || /^\.\.?\/.|\.(?:mdx?|html)$/.test(path)) return { why: 'relative', ...to(file) };
	return undefined;
}

function onEarlierSite(read: Read, path: string): string | undefined {
	const own = earlierAddress(read, path.split('/').slice(2));
	return own ?? (kept.test(path) || core.test(path) ? `/packer${path}` : undefined);
}

function ofIntegration(read: Read, path: string): Dead | undefined {
	const [, , , organization = '', name = '', version = 'latest', components, type, slug, ...rest] = path.split('/');
	const own = read(portalAddress);
	const isOwn = own !== undefined && own.toLowerCase() === `/packer/integrations/${organization}/${name}`.toLowerCase();
	if (!isOwn && organization === 'hashicorp' && name === 'scaffolding' && !read(isScaffolding)) return { why: 'template' };
	if (components !== 'components' || type === undefined || !slug || rest.some(part => part !== '')) return undefined;
	if (kindOfType(type) === undefined) {
		const kind = kindOfFolder(type) ?? kindOfFolder(`${type}s`) ?? kindOfFolder(type.replace(/^data-sources?$/, 'datasources'));
		const right = kind && layout[kind].web;
		if (right === undefined) return { why: 'type' };
		const replaced = `/packer/integrations/${organization}/${name}/${version}/components/${right}/${slug}`;
		return { why: 'type', ...to(isOwn && read(metadata) !== undefined && !isListed(read, right, slug) ? addressOfSlug(read, right, slug) : replaced) };
	}
	const listed = read(metadata)?.components;
	if (!isOwn || listed === undefined || isListed(read, type, slug) || listed.some(component => isPlaceholder(read, component))) return undefined;
	// What metadata.hcl lacks is another matter where the component has a page.
	if (read(exists, webPagePath(type, slug)) || read(docsPages).some(page => layout[page.kind].web === type && page.slug === slug)) return undefined;
	return { why: 'unlisted', ...to(addressOf(read, type, slug) ?? addressOfSlug(read, type, slug)) };
}

const to = (address: string | undefined) => (address === undefined ? {} : { to: address });
