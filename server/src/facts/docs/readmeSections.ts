import type { Fact } from '../core/database';
import { text } from '../core/files';
import { type Component, components } from '../plugin/components';
import { layout } from './layout';
import { documentation } from './matching';
import { docsReadme } from './pages';
import { isTemplatePage } from './templatePages';

/** What the README of the documentation lacks. */
export interface ReadmeGaps {
	readonly path: string;
	/** Whether it shows how to install the plugin. */
	readonly installs: boolean;
	/** The components that it does not name. */
	readonly unnamed: readonly Component[];
}

/** What the README of the documentation lacks; undefined where there is none, or it is still the template's. */
export const readmeGaps: Fact<ReadmeGaps | undefined> = read => {
	const path = read(docsReadme);
	const source = path === undefined ? undefined : read(text, path);
	if (path === undefined || source === undefined || read(isTemplatePage, path)) return undefined;
	const words = new Set(source.toLowerCase().match(/[a-z0-9_-]{1,200}/g));
	const slugs = new Map(read(documentation).map(({ component, documented }) => [component, 'page' in documented ? documented.page.slug : component.name]));
	const isNamed = (component: Component) => {
		const { kind, name, fullName } = component;
		if (name === '') return new RegExp(`\\b${layout[kind].noun.replace(/[ -]/, '[ -]?')}`, 'i').test(source);
		return [fullName, name, slugs.get(component) ?? name].some(word => words.has(word.toLowerCase()));
	};
	const installs = /\brequired_plugins\b|\bpacker(?:\.exe)?\s{1,20}plugins\s{1,20}install\b/.test(source);
	return { path, installs, unnamed: read(components).filter(component => !isNamed(component)) };
};
