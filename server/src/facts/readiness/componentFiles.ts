import type { Place } from '../../text/place';
import type { Fact } from '../core/database';
import { dirname } from '../core/paths';
import { kindOfType } from '../docs/layout';
import { documentation } from '../docs/matching';
import { webReadmes } from '../docs/pages';
import { components } from '../plugin/components';

/** What belongs to a component: the folder of its package, its pages, and its registrations. */
export interface ComponentFiles {
	readonly folders: readonly string[];
	readonly paths: readonly string[];
	readonly registrations: readonly Place[];
}

/** What belongs to a component, which is named as `builder/ebs`. */
export const componentFiles: Fact<ComponentFiles, string> = (read, named) => {
	const ours = read(components).filter(({ kind, name }) => `${kind}/${name}` === named);
	const pages = read(documentation).flatMap(({ component, documented }) => (ours.includes(component) && 'page' in documented ? [documented.page] : []));
	const web = read(webReadmes).filter(readme => pages.some(page => page.kind === kindOfType(readme.type) && page.slug === readme.slug));
	return {
		folders: ours.flatMap(({ implementation }) => (implementation === undefined || dirname(implementation.path) === '' ? [] : [dirname(implementation.path)])),
		paths: [...pages.map(({ path }) => path), ...web.map(({ path }) => path)],
		registrations: ours.map(({ registration }) => registration.place),
	};
};
