import { create, type Edit, remove } from '../../text/edit';
import type { Fact, Read } from '../core/database';
import { isUntouchedTemplate } from '../plugin/scaffolding';
import { metadata } from '../webdocs/metadata';
import { webPagePath } from '../webdocs/paths';
import { isListed } from '../webdocs/unpublished';
import { layout } from './layout';
import { documentation } from './matching';
import { readmePage } from './newPages';
import { docsPages, docsReadme } from './pages';
import { isTemplatePage } from './templatePages';

/** A page that is still the template's, with the edits that replace or delete it; without edits where only the author knows. */
export interface Unwritten {
	readonly path: string;
	readonly edits: readonly Edit[];
}

/** The pages that are still the template's. Those of a kind with an undocumented component count only in an untouched template: docs/component-page-missing replaces them. */
export const unwritten: Fact<readonly Unwritten[]> = read => [...readme(read), ...pages(read)];

function readme(read: Read): Unwritten[] {
	const path = read(docsReadme);
	return path === undefined || !read(isTemplatePage, path) ? [] : [{ path, edits: [create(path, readmePage(read), { overwrite: true })] }];
}

function pages(read: Read): Unwritten[] {
	const lacking = new Set(read(documentation).flatMap(({ component, documented }) => (documented.by === 'nothing' ? [component.kind] : [])));
	return read(docsPages).flatMap(({ path, kind, slug }) => {
		if (!read(isTemplatePage, path) || (lacking.has(kind) && !read(isUntouchedTemplate))) return [];
		const type = layout[kind].web;
		// The portal shows what metadata.hcl lists, so the page stays until its entry is removed.
		if (lacking.has(kind) || (read(metadata) !== undefined && isListed(read, type, slug))) return [{ path, edits: [] }];
		const compiled = webPagePath(type, slug);
		return [{ path, edits: [remove(path), ...(compiled !== path && read(isTemplatePage, compiled) ? [remove(compiled)] : [])] }];
	});
}
