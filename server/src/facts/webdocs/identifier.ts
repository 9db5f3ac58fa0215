import type { Setting } from '../ci/workflow';
import type { Fact } from '../core/database';
import { identity } from '../plugin/identity';
import { modulePath } from '../plugin/module';
import { metadata } from './metadata';
import { notifications } from './notify';

/**
 * What is wrong with an identifier: its `format`; it is the `template`'s; it is that of another `plugin`; it is under the `organization` hashicorp, which does
 * not have the repository; it names another `owner` or `name`; or it agrees with the module path only, as while a repository `moved`.
 */
export type IdentifierProblem = 'format' | 'template' | 'plugin' | 'organization' | 'owner' | 'name' | 'moved';

/** The identifier that the repository's owner and name give, `packer/owner/name`; undefined if the owner is not known. */
export const ownIdentifier: Fact<string | undefined> = read => {
	const { owner, name } = read(identity);
	return owner === undefined || name === '' ? undefined : `packer/${owner}/${name}`;
};

/**
 * What is wrong with an identifier; undefined if nothing is, or where we cannot tell. Case is the portal's choice. An identifier
 * that agrees with the module path is right while a repository moves, or in a fork.
 */
export const identifierProblem: Fact<IdentifierProblem | undefined, string> = (read, identifier) => {
	const parts = identifier.toLowerCase().split('/');
	const [product, org = '', slug = ''] = parts;
	if (parts.length !== 3 || product !== 'packer' || parts.some(part => !/^[\w.-]+$/.test(part))) return 'format';
	const own = read(ownIdentifier)?.toLowerCase();
	if (own === undefined || own === parts.join('/')) return undefined;
	const [, ownOrg, ownName = ''] = own.split('/');
	if (org === 'hashicorp' && slug === 'scaffolding') return 'template';
	const module = /^github\.com\/([^/]+)\/packer-plugin-([^/]+)/.exec(read(modulePath)?.toLowerCase() ?? '');
	if (module?.[1] === org && module[2] === slug) return 'moved';
	if (org !== ownOrg) return org !== 'hashicorp' ? 'owner' : slug === ownName ? 'organization' : 'plugin';
	return ownName.includes(slug) || slug.includes(ownName) ? undefined : 'name';
};

/** The identifier under which the plugin is registered, or is to be: that of metadata.hcl, or its own where that cannot be this plugin's. */
export const identifier: Fact<string | undefined> = read => {
	const said = read(metadata)?.identifier?.value;
	const problem = said === undefined ? undefined : read(identifierProblem, said);
	return said === undefined || (problem !== undefined && isWrong(problem)) ? (read(ownIdentifier) ?? said) : said;
};

/** Whether an identifier with a problem cannot be that of the plugin. */
export const isWrong = (problem: IdentifierProblem): boolean => ['format', 'template', 'plugin', 'organization'].includes(problem);

/** The identifiers in workflows that repeat that of metadata.hcl. */
export const repeatedIdentifiers: Fact<readonly Setting[]> = read => {
	const said = read(metadata)?.identifier?.value.toLowerCase();
	return read(notifications).flatMap(({ identifiers }) => identifiers.filter(({ text }) => text.toLowerCase() === said));
};
