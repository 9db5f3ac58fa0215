import type { Fact } from '../core/database';
import { repository } from '../core/inputs';
import { basename } from '../core/paths';
import { modulePath } from './module';

/** What Packer and its users call a plugin. */
export interface Identity {
	/** The repository's name, `packer-plugin-acme`. */
	readonly repository: string;
	/** The plugin's name, `acme`: the repository's without `packer-plugin-`. */
	readonly name: string;
	/** The GitHub owner; undefined if neither git nor the module path has one. */
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
	const named = [
		...(origin ? [{ from: 'git' as const, name: origin.name }] : []),
		...(module !== undefined && module !== '' ? [{ from: 'module' as const, name: basename(module) }] : []),
		...(folder === '' ? [] : [{ from: 'folder' as const, name: folder }]),
	];
	// Below the root of a repository the module and its folder know better what they are.
	const candidates =
		subdirectory === '' ? named : [...named.slice(1), ...named.slice(0, 1)].sort((a, b) => Number(plugin.test(b.name)) - Number(plugin.test(a.name)));
	const { from, name } = candidates[0] ?? { from: 'folder' as const, name: '' };
	const owner = from === 'git' ? origin?.owner : (moduleOwner ?? origin?.owner);
	const short = name.replace(plugin, '');
	return { repository: name, name: short, from, ...(owner === undefined ? {} : { owner, source: `github.com/${owner}/${short}` }) };
};

const plugin = /^packer-plugin-/;
