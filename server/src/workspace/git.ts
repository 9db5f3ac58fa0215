import type { Repository } from '../facts/core/inputs';
import { type FileSystem, joinBelow } from './fileSystem';
import { type FoundGit, type GitDirectory, gitAbove, gitBytes, isWithin, packedRefs as packed, setting, gitText as text } from './gitDirectory';
import { indexEntries } from './gitIndex';
import { commitOf, isRefName } from './refs';

/** What git says of the repository that a folder is in, read from its files: git itself is not run. */
export async function readRepository(fs: FileSystem, root: string): Promise<Repository> {
	const folder = root.slice(root.lastIndexOf('/') + 1);
	const git = await gitAbove(fs, root);
	if (git === undefined) return { folder, subdirectory: '', tags: [] };
	const { subdirectory } = git;
	const plain = await plainScripts(fs, git);
	return { folder, subdirectory, ...(await origin(fs, git.common)), ...(await head(fs, git)), tags: await tags(fs, git.common), ...plain };
}

async function origin(fs: FileSystem, git: string): Promise<Pick<Repository, 'origin'>> {
	const url = setting((await text(fs, git, 'config')) ?? '', 'remote "origin"', 'url') ?? '';
	const [, owner, name] = /^(?:(?:https?|ssh|git):\/\/)?(?:[^@/]*@)?github\.com(?::\d+\/|[:/])\/?([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i.exec(url) ?? [];
	return owner === undefined || name === undefined ? {} : { origin: { owner, name } };
}

async function head(fs: FileSystem, { own, common }: GitDirectory): Promise<Pick<Repository, 'branch' | 'commit'>> {
	const content = (await text(fs, own, 'HEAD'))?.trim() ?? '';
	const ref = /^ref: (refs\/heads\/(.+))$/.exec(content);
	const commit = commitOf(ref === null ? content : undefined);
	if (ref === null) return commit === undefined ? {} : { commit };
	const [, path, branch] = ref as unknown as [string, string, string];
	if (!isRefName(path)) return {};
	const at = commitOf(await text(fs, common, path)) ?? (await packed(fs, common)).find(([, name]) => name === path)?.[0];
	return { branch, ...(at === undefined ? {} : { commit: at }) };
}

async function tags(fs: FileSystem, git: string): Promise<string[]> {
	const loose = (await isWithin(fs, git, 'refs/tags')) ? await fs.list(joinBelow(git, 'refs/tags'), git).catch(() => []) : [];
	const names = (await packed(fs, git)).flatMap(([, name]) => (name.startsWith('refs/tags/') ? [name.slice('refs/tags/'.length)] : []));
	return [...new Set([...loose.filter(e => e.kind === 'file').map(e => e.name), ...names])].filter(name => isRefName(`refs/tags/${name}`)).sort();
}

/** The shell scripts of the plugin that git keeps as files that cannot be run. */
async function plainScripts(fs: FileSystem, { own, common, subdirectory }: FoundGit): Promise<Pick<Repository, 'plainScripts'>> {
	const config = (await text(fs, common, 'config')) ?? '';
	const bytes = /^[ \t]*objectformat[ \t]*=[ \t]*sha256/im.test(config) ? undefined : await gitBytes(fs, own, 'index');
	if (bytes === undefined) return {};
	const prefix = subdirectory === '' ? '' : `${subdirectory}/`;
	const scripts = indexEntries(bytes).filter(({ path, mode }) => mode === '100644' && path.startsWith(prefix) && path.endsWith('.sh'));
	return scripts.length === 0 ? {} : { plainScripts: scripts.map(({ path }) => path.slice(prefix.length)) };
}
