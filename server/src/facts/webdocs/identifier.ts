import type { Fact } from '../core/database';
import { identity } from '../plugin/identity';
import { modulePath } from '../plugin/module';
import { metadata } from './metadata';

/** What is to be said of an identifier: its form is wrong, it is the scaffolding's or HashiCorp's own, or it names another organization or plugin. */
export type IdentifierProblem = 'format' | 'leftover' | 'owner' | 'name' | 'moved';

/** The identifier that the repository's owner and name give, `packer/owner/name`; undefined where the owner is not known. */
export const ownIdentifier: Fact<string | undefined> = read => {
	const { owner, name } = read(identity);
	return owner === undefined || name === '' ? undefined : `packer/${owner}/${name}`;
};

/**
 * What is wrong with an identifier; undefined where nothing is, or where we cannot tell. Case is the portal's choice. An identifier
 * that agrees with the module path is right while a repository moves, or in a fork.
 */
export const identifierProblem: Fact<IdentifierProblem | undefined, string> = (read, identifier) => {
	const parts = identifier.toLowerCase().split('/');
	const [product, org = '', slug = ''] = parts;
	if (parts.length !== 3 || product !== 'packer' || parts.some(part => !/^[\w.-]+$/.test(part))) return 'format';
	const own = read(ownIdentifier)?.toLowerCase();
	if (own === undefined || own === parts.join('/')) return undefined;
	const [, ownOrg, ownName = ''] = own.split('/');
	if (org === 'hashicorp' && slug === 'scaffolding') return 'leftover';
	const module = /^github\.com\/([^/]+)\/packer-plugin-([^/]+)/.exec(read(modulePath)?.toLowerCase() ?? '');
	if (module?.[1] === org && module[2] === slug) return 'moved';
	if (org !== ownOrg) return org === 'hashicorp' ? 'leftover' : 'owner';
	return ownName.includes(slug) || slug.includes(ownName) ? undefined : 'name';
};

/** The identifier under which the plugin is registered, or is to be: that of metadata.hcl, or its own where that is malformed or left over. */
export const identifier: Fact<string | undefined> = read => {
	const said = read(metadata)?.identifier?.value;
	const problem = said === undefined ? undefined : read(identifierProblem, said);
	return said === undefined || problem === 'format' || problem === 'leftover' ? (read(ownIdentifier) ?? said) : said;
};
