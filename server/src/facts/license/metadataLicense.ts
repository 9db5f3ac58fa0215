import type { Fact, Read } from '../core/database';
import { exists } from '../core/files';
import { repository } from '../core/inputs';
import { join } from '../core/paths';
import { identity } from '../plugin/identity';
import { modulePath } from '../plugin/module';
import { metadata, type Text } from '../webdocs/metadata';
import { license, licenses } from './license';

/** What metadata.hcl says of the license that is not so: another `type`, an address in another `repository`, or of a `file` that does not exist. */
export interface LicenseMismatch {
	readonly problem: 'type' | 'repository' | 'file';
	readonly said: Text;
	/** What it should be. */
	readonly wanted: string;
	/** The path of the license file. */
	readonly path: string;
}

/** What metadata.hcl says of the license that does not match the license file of the repository. */
export const licenseMismatches: Fact<readonly LicenseMismatch[]> = read => {
	const said = read(metadata)?.license;
	const file = read(license);
	if (said === undefined || file === undefined || read(repository).subdirectory !== '') return [];
	const { path } = file;
	const id = said.type && idOf(said.type.value);
	const found = read(licenses).flatMap(({ id }) => id ?? []);
	const differs = id !== undefined && file.id !== undefined && found.length === read(licenses).length && !found.some(other => isSame(other, id));
	const type = differs && said.type ? [{ problem: 'type' as const, said: said.type, wanted: file.id, path }] : [];
	return [...type, ...(said.url ? ofUrl(read, said.url, path) : [])];
};

function ofUrl(read: Read, said: Text, path: string): LicenseMismatch[] {
	const [, home, owner = '', name = '', ref, there] =
		/^(https?:\/\/(?:www\.)?github\.com\/([^/]+)\/([^/?#]+?)(?:\.git)?)(?:\/(?:blob|raw)\/([^/?#]+)\/([^?#]+))?\/?(?:[?#].*)?$/i.exec(said.value) ?? [];
	const own = read(identity);
	if (home === undefined || own.owner === undefined || name === 'integration-template') return []; // webdocs/leftover reports the template's
	if (!isOwn(read, owner, name)) return [{ problem: 'repository', said, wanted: `https://github.com/${own.owner}/${own.repository}/blob/HEAD/${path}`, path }];
	const branches = ['main', 'master', 'HEAD', read(repository).branch];
	if (ref === undefined || there === undefined || !branches.includes(ref)) return [];
	const decoded = join(there.replaceAll('%20', ' '));
	return decoded === undefined || read(exists, decoded) ? [] : [{ problem: 'file', said, wanted: said.value.replace(there, path), path }];
}

/** Whether a repository is that of the plugin: as git, the module path or the identifier has it. */
function isOwn(read: Read, owner: string, name: string): boolean {
	const own = read(identity);
	const [, moduleOwner = '', moduleName = ''] = /^github\.com\/([^/]+)\/([^/]+)/.exec(read(modulePath) ?? '') ?? [];
	const [, org = '', short = ''] = read(metadata)?.identifier?.value.split('/') ?? [];
	const all = [`${own.owner}/${own.repository}`, `${moduleOwner}/${moduleName}`, `${org}/packer-plugin-${short}`];
	return all.some(one => one.toLowerCase() === `${owner}/${name}`.toLowerCase());
}

/** The SPDX id of a license as people write it; undefined for one that we do not know. */
function idOf(said: string): string | undefined {
	const plain = said
		.toLowerCase()
		.replace(/\b(?:the|licen[cs]e|version)\b|\([^)]*\)/g, '')
		.replace(/[^a-z0-9]+/g, '')
		.replace(/v(?=\d)/, '');
	return Object.entries(names).find(([, pattern]) => pattern.test(plain))?.[0];
}

const names: Readonly<Record<string, RegExp>> = {
	'MPL-2.0': /^(?:mpl|mozillapublic)(?:20?)?$/,
	'Apache-2.0': /^apache(?:20?)?$/,
	MIT: /^mit$/,
	'BSD-3-Clause': /^bsd3(?:clause)?$/,
	'BSD-2-Clause': /^bsd2(?:clause)?$/,
	'GPL-3.0': /^gpl30?(?:only|orlater)?$/,
	'GPL-2.0': /^gpl20?(?:only|orlater)?$/,
	'AGPL-3.0': /^agpl30?(?:only|orlater)?$/,
	'BUSL-1.1': /^(?:busl|bsl|businesssource)(?:11)?$/,
};

const isSame = (a: string, b: string): boolean => a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
