import { builderIdOf } from '../component/builderIds';
import type { Fact, Read } from '../core/database';
import { text } from '../core/files';
import { type Component, components } from '../plugin/components';
import { registrations } from '../plugin/registrations';
import { isScaffolding } from '../plugin/scaffolding';
import { documentation } from './matching';
import type { Page } from './pages';
import type { Said } from './required';
import { isTemplatePage } from './templatePages';

/** A line of a component's page that names something else than its code. */
export interface WrongLine {
	readonly said: Said;
	readonly component: Component;
	readonly wanted: string;
}

/** The lines ``Type: `x` `` that do not have the full name of the component that the page is about; pages about several components aside. */
export const wrongTypeLines: Fact<readonly WrongLine[]> = read => {
	const all = read(components);
	if (read(registrations).some(({ name }) => name === undefined)) return []; // it may be one that is not known
	return read(onlySubjects).flatMap(({ component, page, alone }) => {
		const [said, ...more] = labeled(read, page.path, typeLine);
		if (said === undefined || more.length > 0 || said.text === component.fullName) return [];
		if (said.text === 'scaffolding' && page.path.startsWith('docs/') && !read(isScaffolding)) return []; // repo/scaffolding-leftover tells
		const other = all.find(one => one.kind === component.kind && one.fullName === said.text);
		return other !== undefined && !alone ? [] : [{ said, component, wanted: component.fullName }];
	});
};

/** The lines ``Artifact BuilderId: `x` `` that do not have the builder id that the artifacts of the component give. */
export const wrongBuilderIdLines: Fact<readonly WrongLine[]> = read =>
	read(onlySubjects).flatMap(({ component, page }) => {
		const [said, ...more] = labeled(read, page.path, builderIdLine);
		const wanted = said === undefined || more.length > 0 ? undefined : builderIdOf(read, component);
		return said === undefined || wanted === undefined || wanted === said.text ? [] : [{ said, component, wanted }];
	});

/** The pages about one component each; `alone` where the page has the component's name, so that its text need not be asked. */
export const onlySubjects: Fact<ReadonlyArray<{ readonly component: Component; readonly page: Page; readonly alone: boolean }>> = read => {
	const found = read(documentation).flatMap(({ component, documented }) =>
		'page' in documented ? [{ component, page: documented.page, alone: documented.by === 'name' }] : [],
	);
	const subjects = new Map<string, number>();
	for (const { page } of found) subjects.set(page.path, (subjects.get(page.path) ?? 0) + 1);
	return found.filter(({ page }) => subjects.get(page.path) === 1 && !read(isTemplatePage, page.path));
};

const typeLine = /^[*_]*Type:[*_]*[ \t]*`([^`\r\n]{1,200})`[*_]*[ \t]*(?:<!--.*)?\r?$/gm;
const builderIdLine = /^[*_]*Artifact Builder ?I[dD]:[*_]*[ \t]*`([^`\r\n]{1,200})`[*_]*[ \t]*(?:<!--.*)?\r?$/gm;

/** What the lines of a page have in backquotes behind a label. */
const labeled = (read: Read, path: string, line: RegExp): readonly Said[] =>
	[...(read(text, path) ?? '').matchAll(line)].map(({ 0: whole, 1: said = '', index }) => {
		const from = index + whole.indexOf('`') + 1;
		return { text: said, place: { path, from, to: from + said.length } };
	});
