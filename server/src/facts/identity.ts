import type { Fact } from './database';
import { repository } from './inputs';
import { modulePath } from './module';
import { basename } from './paths';

/** What Packer and its users call a plugin. */
export interface Identity {
	/** The repository's name, `packer-plugin-acme`. */
	readonly repository: string;
	/** The plugin's name, `acme`: the repository's without `packer-plugin-`. */
	readonly name: string;
	/** The GitHub owner; undefined where neither git nor the module path tells. */
	readonly owner?: string;
	/** What users write as `source`: `github.com/owner/acme`; undefined without an owner. */
	readonly source?: string;
	/** Which of git, the module path and the folder the repository's name is from. */
	readonly from: 'git' | 'module' | 'folder';
}

/** Names the plugin by the GitHub remote, else by the module path, else by its folder; in a monorepo the folder's name comes first. */
export const identity: Fact<Identity> = read => {
	const { origin, folder, subdirectory } = read(repository);
	const module = read(modulePath)?.replace(/\/v\d+$/, '');
	const [, moduleOwner] = /^github\.com\/([^/]+)\/[^/]+/.exec(module ?? '') ?? [];
	const candidates = [
		...(origin && (subdirectory === '' || plugin.test(origin.name)) ? [{ from: 'git' as const, name: origin.name }] : []),
		...(module !== undefined && module !== '' ? [{ from: 'module' as const, name: basename(module) }] : []),
		...(folder === '' ? [] : [{ from: 'folder' as const, name: folder }]),
	];
	const { from, name } = candidates[0] ?? { from: 'folder' as const, name: '' };
	const owner = origin?.owner ?? moduleOwner;
	const short = name.replace(plugin, '');
	return { repository: name, name: short, from, ...(owner === undefined ? {} : { owner, source: `github.com/${owner}/${short}` }) };
};

const plugin = /^packer-plugin-/;
