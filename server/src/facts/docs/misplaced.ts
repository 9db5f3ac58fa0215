import type { Read } from '../core/database';
import { filesIn, text } from '../core/files';
import { type Component, components } from '../plugin/components';
import { isTemplatePage } from './templatePages';

/** The README beside the code of a component, which is not published; undefined if there is none, or the folder has several components. */
export function misplacedPage(read: Read, component: Component): string | undefined {
	const dir = component.implementation?.dir ?? '';
	if (dir === '' || read(components).some(other => other !== component && other.implementation?.dir === dir)) return undefined;
	const name = read(filesIn, dir).find(file => /^readme\.(?:md|mdx|markdown)$/i.test(file));
	const path = `${dir}/${name}`;
	if (name === undefined || (read(text, path) ?? '').trim() === '' || read(isTemplatePage, path)) return undefined;
	return path;
}
