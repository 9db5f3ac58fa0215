import { tagOf } from '../../facts/config/fields';
import type { Fact, Read } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { dirname, isInDirectory } from '../../facts/core/paths';
import { documentation } from '../../facts/docs/matching';
import { docsReadme, type Page } from '../../facts/docs/pages';
import { writtenPages } from '../../facts/docs/prose';
import { isTemplatePage } from '../../facts/docs/templatePages';
import { goDocs, goFile } from '../../facts/go/file';
import type { Component } from '../../facts/plugin/components';
import type { Origin } from '../go/origin';
import type { FlatField } from '../hcl2spec/steps';
import { attributesKey, componentAttributes } from './attributes';
import { renderedText } from './words';

/** The attributes of a component that its page does not name. */
export interface Undocumented {
	readonly component: Component;
	readonly page: Page;
	readonly attributes: ReadonlyArray<{ readonly name: string; readonly origin: Origin }>;
}

/**
 * The attributes of the plugin's own structs that its rendered documentation does not name, by component, each once: those that a component's own package
 * declares on the component's page, others anywhere, as pages refer to each other for what several components share.
 */
export const undocumentedAttributes: Fact<readonly Undocumented[]> = read => {
	const told = new Set<string>();
	return read(documentation).flatMap(({ component, documented }) => {
		if (!('page' in documented) || read(isTemplatePage, documented.page.path)) return [];
		const { page } = documented;
		const words = read(wordsOn, page.path);
		const dir = component.implementation?.dir;
		if (words.length === 0 || dir === undefined) return [];
		const here = new Set(words);
		const attributes = (read(componentAttributes, attributesKey(component))?.fields ?? []).flatMap(({ accessor: name, origin, ...field }) => {
			if (origin === undefined || names(here, name) || !isToDocument(read, { ...field, origin }) || told.has(`${origin.path} ${origin.type} ${origin.field}`))
				return [];
			const isOwn = dir !== '' && isInDirectory(dirname(origin.path), dir);
			if (!isOwn && names(read(wordsAnywhere), name)) return [];
			told.add(`${origin.path} ${origin.type} ${origin.field}`);
			return [{ name, origin }];
		});
		return attributes.length === 0 ? [] : [{ component, page, attributes }];
	});
};

/** Whether words have a name; of a block for one item, that of the list is enough. */
const names = (words: ReadonlySet<string>, name: string): boolean => words.has(name) || words.has(`${name}s`);

/** The words of a page with its partials, each once; none where it cannot be rendered. Those of the SDK's partials tell of attributes of the SDK. */
const wordsOn: Fact<readonly string[], string> = (read, path) => [...new Set(read(renderedText, path)?.match(/[\w-]{1,200}/g))];

/** The words of all pages of the plugin. */
const wordsAnywhere: Fact<ReadonlySet<string>> = read => {
	const pages = read(documentation).flatMap(({ documented }) => ('page' in documented ? read(wordsOn, documented.page.path) : []));
	const readme = read(docsReadme);
	const others = read(writtenPages).flatMap(path => read(text, path)?.match(/[\w-]{1,200}/g) ?? []);
	return new Set([...pages, ...others, ...(readme === undefined ? [] : read(wordsOn, readme))]);
};

/** Whether users should read about a field: it has a name in its tag, is not deprecated, and nothing says to leave it out. */
function isToDocument(read: Read, { origin, tag = '' }: Pick<FlatField, 'tag'> & { readonly origin: Origin }): boolean {
	const types = read(goFile, origin.path)?.types ?? [];
	const index = types.findIndex(({ name }) => name === origin.type);
	const field = origin.field === undefined ? undefined : types[index]?.fields?.[origin.field];
	const [name = '', ...options] = (field && tagOf(field, 'mapstructure')?.split(',')) ?? [];
	if (
		origin.field === undefined ||
		name === '' ||
		name === '-' ||
		name.startsWith('packer_') ||
		options.includes('squash') ||
		/\bundocumented:"true"/.test(tag)
	)
		return false;
	const doc = (read(goDocs, origin.path)[index]?.fields[origin.field] ?? []).join('\n');
	return !/deprecat|obsolete|remove|no longer|internal|do not use|don't use|not used|unused|undocumented|development|debug|for test|TODO/i.test(
		`${doc} ${tag}`,
	);
}
