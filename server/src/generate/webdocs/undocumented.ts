import { tagOf } from '../../facts/config/fields';
import type { Fact, Read } from '../../facts/core/database';
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
import { partialsOf, partialWords, wordsOf } from './words';

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
	const { pages, partials } = read(everything);
	let all: readonly Words[] | undefined;
	const isAnywhere = (name: string) => {
		all ??= [...pages.map(path => read(wordsOf, path)), ...partials.map(path => read(partialWords, path))];
		return has(all, name);
	};
	return read(documentation).flatMap(({ component, documented }) => {
		if (!('page' in documented) || read(isTemplatePage, documented.page.path)) return [];
		const { page } = documented;
		const included = read(partialsOf, page.path);
		const dir = component.implementation?.dir;
		if (included === undefined || dir === undefined) return [];
		const here = [read(wordsOf, page.path), ...included.map(path => read(partialWords, path))];
		if (here.every(({ size }) => size === 0)) return []; // an empty page is another matter
		const attributes = (read(componentAttributes, attributesKey(component))?.fields ?? []).flatMap(({ accessor: name, origin, ...field }) => {
			if (origin === undefined || has(here, name)) return [];
			const key = `${origin.path} ${origin.type} ${origin.field}`;
			if (told.has(key) || !isToDocument(read, { ...field, origin })) return [];
			const isOwn = dir !== '' && isInDirectory(dirname(origin.path), dir);
			if (!isOwn && isAnywhere(name)) return [];
			told.add(key);
			return [{ name, origin }];
		});
		return attributes.length === 0 ? [] : [{ component, page, attributes }];
	});
};

/** The words of a page, or of a partial: of each its own, as one edit changes few of them. */
type Words = ReadonlySet<string>;

/** Whether words have a name; of a block for one item, that of the list is enough. The SDK's partials tell of attributes of the SDK. */
const has = (words: readonly Words[], name: string): boolean => words.some(set => set.has(name)) || words.some(set => set.has(`${name}s`));

/** All pages of the plugin, and the partials that are on them when they are rendered. */
const everything: Fact<{ readonly pages: readonly string[]; readonly partials: readonly string[] }> = read => {
	const readme = read(docsReadme);
	const named = read(documentation).flatMap(({ documented }) => ('page' in documented ? [documented.page.path] : []));
	const rendered = [...named, ...(readme === undefined ? [] : [readme])];
	return {
		pages: [...new Set([...rendered, ...read(writtenPages)])],
		partials: [...new Set(rendered.flatMap(path => read(partialsOf, path) ?? []))],
	};
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
