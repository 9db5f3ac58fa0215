import type { Fact } from '../core/database';
import { components } from '../plugin/components';
import { identity } from '../plugin/identity';
import { modulePath } from '../plugin/module';
import { isPlugin } from '../plugin/plugin';

/** What is wrong with a plugin's name: `characters` or a `prefix` that Packer rejects, a `digit` that no HCL name starts with, or it is that of an `official` plugin. */
export type NameProblem = 'characters' | 'prefix' | 'digit' | 'official';

/** What is wrong with the name of this plugin; undefined if nothing is, or its repository is not named `packer-plugin-…`. */
export const nameProblem: Fact<NameProblem | undefined> = read => {
	const { name, repository, owner, from } = read(identity);
	if (!read(isPlugin) || from === 'folder' || !repository.startsWith('packer-plugin-')) return undefined;
	// Packer hcl2template/addrs/plugin.go: ParsePluginPart, ParsePluginSourceString
	if (!/^[a-z\d]+(?:-[a-z\d]+)*$/i.test(name)) return 'characters';
	if (name.startsWith('packer-')) return 'prefix';
	if (/^\d/.test(name) && read(components).some(({ kind }) => kind === 'datasource')) return 'digit';
	const isFork = /^github\.com\/hashicorp\//i.test(read(modulePath) ?? '');
	return official.has(name.toLowerCase()) && owner !== undefined && !/^hashicorp$/i.test(owner) && !isFork ? 'official' : undefined;
};

/** The plugins that Packer 1.14 and later download from releases.hashicorp.com, under any owner. */
const official = new Set(['amazon', 'ansible', 'azure', 'docker', 'googlecompute', 'qemu', 'vagrant', 'virtualbox']);
