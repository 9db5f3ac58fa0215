import type { Fact } from '../core/database';
import { text } from '../core/files';
import { components } from '../plugin/components';
import { kinds, registrations } from '../plugin/registrations';
import { documentation, isNameOf } from './matching';
import { docsPages, docsSource, type Page } from './pages';
import { subject } from './subjects';
import { isTemplatePage } from './templatePages';

/**
 * The pages of components that the plugin does not have. Only where every component of the kind has a page of its own, and all names are known:
 * otherwise a page may be that of one of them under another name. Nor pages that are kept to say what became of a component.
 */
export const strangers: Fact<readonly Page[]> = read => {
	if (read(docsSource).from === 'nowhere' || read(registrations).some(({ name, legacy }) => name === undefined || legacy)) return [];
	return kinds.flatMap(kind => {
		const all = read(components).filter(component => component.kind === kind);
		const documented = read(documentation).filter(({ component }) => component.kind === kind);
		if (documented.some(({ documented: { by } }) => by !== 'name' && by !== 'another name' && by !== 'alias')) return [];
		const taken = new Set(documented.flatMap(({ documented: how }) => ('page' in how ? [how.page.path] : [])));
		return read(docsPages).filter(page => {
			if (page.kind !== kind || taken.has(page.path) || read(isTemplatePage, page.path) || /deprecated|renamed|no longer/i.test(read(text, page.path) ?? ''))
				return false;
			const { type, titles, uses } = read(subject, page.path);
			const names = [page.slug, ...(type === undefined ? [] : [type]), ...titles.map(title => title.trim().replace(/\s+/g, '-'))];
			const used = uses.map(use => use.slice(use.indexOf(' ') + 1));
			return !all.some(component => names.some(name => isNameOf(read, component, name)) || used.includes(component.fullName));
		});
	});
};
