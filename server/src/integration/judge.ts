import type { Read } from '../facts/core/database';
import { type Dead, deadLink } from '../generate/webdocs/deadLink';
import type { Destination } from './links';
import type { Page } from './pages';

const site = 'https://developer.hashicorp.com';

/** Says where the links of a page lead, from the pages of the plugin and its address in the portal. */
export const judged =
	(read: Read, pages: readonly Page[], own: string | undefined) =>
	({ path, source }: Page) =>
	(address: string): Destination => {
		if (address.startsWith('#')) return { to: 'heading' };
		if (address === '') return { to: 'dead', why: 'The portal shows no link: its address is empty, or not of the web.' };
		// What is written for docs/ is relative to the page there.
		const dead = deadLink(read, path, address) ?? (source === undefined ? undefined : deadLink(read, source, address));
		if (dead !== undefined) return { to: 'dead', why: `${reasons[dead.why]}${dead.to === undefined ? '' : ` Use ${dead.to}.`}` };
		const page = pageAt(address.replace(site, '').replace(/[?#].*$/s, ''), pages, own);
		if (page !== undefined) return page;
		if (/^(?:https?:\/\/|mailto:)/i.test(address)) return { to: 'address', address };
		return address.startsWith('/') && !address.startsWith('//') ? { to: 'address', address: site + address } : { to: 'nothing' };
	};

const reasons: Readonly<Record<Dead['why'], string>> = {
	old: 'Address of the old site.',
	relative: 'The portal does not serve this file.',
	template: "Address of the template's integration.",
	type: 'The portal has no such component type.',
	unlisted: 'metadata.hcl does not list this component.',
};

/** Where an address of the plugin in the portal leads; undefined for any other, and that of another version. */
function pageAt(path: string, pages: readonly Page[], own: string | undefined): Destination | undefined {
	if (own === undefined || !path.toLowerCase().startsWith(own.toLowerCase())) return undefined;
	const rest = path.slice(own.length);
	if (/^(?:\/latest)?\/?$/.test(rest)) return { to: 'page', page: 'readme' };
	const key = /^\/latest\/components\/([^/]+\/[^/]+)\/?$/.exec(rest)?.[1];
	if (key === undefined) return undefined;
	return pages.some(page => page.key === key) ? { to: 'page', page: key } : { to: 'dead', why: reasons.unlisted };
}
