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
	const { noun, group } = layout[page.kind];
	const component = read(components).find(c => pageOf(read, c)?.path === page.path);
	const title = component === undefined ? `${pluginTitle(read)} ${titleOf(page.slug)}` : componentTitle(read, component);
	const description = `The ${component?.fullName ?? page.slug} ${noun} is part of the ${pluginTitle(read)} plugin for Packer.`;
	const heading = read(header, page.path)?.title;
	const [old = ''] = (heading === undefined ? /^\s*/ : /^\s*#[^\n]*\n?(?:[ \t]*\r?\n)*/).exec(source) ?? [];
	return [replace(partOfPlace(at(page.path), 0, old.length), pageHeader(page.kind, title, description, heading ?? `${title} ${group.replace(/s$/, '')}`))];
}
