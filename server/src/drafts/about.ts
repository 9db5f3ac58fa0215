import { latestTag } from '../checklist/released';
import type { Read } from '../facts/core/database';
import { repository } from '../facts/core/inputs';
import { layout } from '../facts/docs/layout';
import { pluginTitle } from '../facts/docs/names';
import { license } from '../facts/license/license';
import { components } from '../facts/plugin/components';
import { identity } from '../facts/plugin/identity';
import { goMod, modulePath, sdkVersion } from '../facts/plugin/module';
import { registrations } from '../facts/plugin/registrations';
import { pluginVersion } from '../facts/plugin/version';
import { metadata } from '../facts/webdocs/metadata';
import { placeholders } from '../facts/webdocs/placeholders';
import { clean } from './clean';
import { description } from './description';
import { hcpSupport } from './hcp';

/** What a draft says of a plugin, without secrets. */
export interface About {
	/** The plugin's name as the portal shows it: `HappyCloud`. */
	readonly title: string;
	/** The plugin's name, and its repository's. */
	readonly name: string;
	readonly repository: string;
	readonly owner?: string;
	/** The address of the repository, where it is on GitHub. */
	readonly home?: string;
	/** What users write as `source`. */
	readonly source?: string;
	readonly module?: string;
	/** What the plugin does, in a sentence or a short paragraph. */
	readonly description: string;
	/** The version in the source, the latest version tag, and the commit that is checked out. */
	readonly version?: string;
	readonly tag?: string;
	readonly commit?: string;
	readonly branch?: string;
	readonly subdirectory: string;
	readonly sdk?: string;
	readonly go?: string;
	/** The SPDX id of the license and its file; an empty id where the text is unknown. */
	readonly license?: { readonly id: string; readonly path: string };
	readonly hcp: ReturnType<typeof hcpSupport>;
	readonly components: readonly { readonly noun: string; readonly fullName: string }[];
	/** How many components are registered under names that are known only at run time. */
	readonly unnamed: number;
}

/** What a draft says of a plugin. */
export function about(read: Read): About {
	const { owner, name, repository: repo, source } = read(identity);
	const { origin, commit, branch, tags, subdirectory } = read(repository);
	const found = read(license);
	const stale = new Set(read(placeholders).map(placeholder => placeholder.value.value));
	const title = read(metadata)?.name?.value.trim();
	const onGitHub = owner === undefined ? undefined : `https://github.com/${owner}/${origin?.name ?? repo}`;
	return clean({
		title: title && !stale.has(title) ? title : pluginTitle(read) || repo,
		name,
		repository: repo,
		description: description(read),
		subdirectory,
		hcp: hcpSupport(read),
		components: read(components).map(({ kind, fullName }) => ({ noun: layout[kind].noun, fullName })),
		unnamed: read(registrations).filter(r => r.name === undefined).length,
		...given('owner', owner),
		...given('home', onGitHub),
		...given('source', source),
		...given('module', read(modulePath)),
		...given('version', read(pluginVersion)?.text),
		...given('tag', latestTag(tags)),
		...given('commit', commit),
		...given('branch', branch),
		...given('sdk', read(sdkVersion)),
		...given('go', read(goMod)?.go?.version),
		...(found ? { license: { id: found.id ?? '', path: found.path } } : {}),
	});
}

const given = <K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } =>
	(value === undefined || value === '' ? {} : { [key]: value }) as { readonly [key in K]?: string };
