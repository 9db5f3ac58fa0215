import { type Edit, replace } from '../../text/edit';
import { at, partOfPlace } from '../../text/place';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { components } from '../plugin/components';
import { header } from './header';
import { layout, titleOf } from './layout';
import { pageOf } from './matching';
import { componentTitle, pluginTitle } from './names';
import { pageHeader } from './newPages';
import type { Page } from './pages';

/** The edits that give a page front matter, and a title where it has none, with the lines between them that compile-to-webdocs.sh drops. */
export function withHeader(read: Read, page: Page): Edit[] {
	const source = read(text, page.path) ?? '';
	const title = titleOfPage(read, page);
	const heading = read(header, page.path)?.title;
	const [old = ''] = (heading === undefined ? /^\s*/ : /^\s*#[^\n]*\n?(?:[ \t]*\r?\n)*/).exec(source) ?? [];
	return [replace(partOfPlace(at(page.path), 0, old.length), pageHeader(page.kind, title, descriptionOf(read, page), heading ?? headingOf(read, page)))];
}

const componentOf = (read: Read, page: Page) => read(components).find(component => pageOf(read, component)?.path === page.path);

/** What a page is about, as a title: `Acme VM`. */
export function titleOfPage(read: Read, page: Page): string {
	const component = componentOf(read, page);
	return component === undefined ? `${pluginTitle(read)} ${titleOf(page.slug)}` : componentTitle(read, component);
}

/** The title of a page: `Acme VM Builder`. */
export const headingOf = (read: Read, page: Page): string => `${titleOfPage(read, page)} ${layout[page.kind].group.replace(/s$/, '')}`;

/** One sentence that describes a page. */
export const descriptionOf = (read: Read, page: Page): string =>
	`The ${componentOf(read, page)?.fullName ?? page.slug} ${layout[page.kind].noun} is part of the ${pluginTitle(read)} plugin for Packer.`;
