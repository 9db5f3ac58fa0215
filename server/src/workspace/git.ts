import type { Repository } from '../facts/core/inputs';
import { type FileSystem, joinBelow, parentOf, relativeTo, resolveFrom } from './fileSystem';
import { indexEntries } from './gitIndex';
import { commitOf, isRefName } from './refs';

/** The largest of git's own files that is read, in bytes: of a repository with a hundred thousand tags, packed-refs has six million. */
const limit = 8 * 1024 * 1024;

/** What git says of the repository that a folder is in, read from its files: git itself is not run. */
export async function readRepository(fs: FileSystem, root: string): Promise<Repository> {
	const folder = root.slice(root.lastIndexOf('/') + 1);
	for (let directory: string | undefined = root; directory !== undefined; directory = parentOf(directory)) {
		const git = await gitDirectory(fs, directory);
		if (git === undefined) continue;
		const subdirectory = relativeTo(directory, root, fs.foldsCase) ?? '';
		const plain = await plainScripts(fs, git, subdirectory);
		return { folder, subdirectory, ...(await origin(fs, git.common)), ...(await head(fs, git)), tags: await tags(fs, git.common), ...plain };
	}
	return { folder, subdirectory: '', tags: [] };
}

interface GitDirectory {
	readonly own: string;
	/** Where a work tree shares its references and configuration. */
	readonly common: string;
}

async function gitDirectory(fs: FileSystem, directory: string): Promise<GitDirectory | undefined> {
	const path = joinBelow(directory, '.git');
	// A link to another git directory is as easily made as a path is written.
	if (!(await isWithin(fs, directory, '.git'))) return undefined;
	if ((await text(fs, path, 'config')) !== undefined) return { own: path, common: path };
	const link = /^gitdir: (.+)$/m.exec((await text(fs, directory, '.git')) ?? '')?.[1]?.trim();
	return link === undefined ? undefined : linked(fs, directory, resolveFrom(directory, link));
}

/**
 * The git directory that a `.git` file names, if that is the git directory of this folder: anyone can write a path into a file. That of a work tree
 * names the `.git` file in `gitdir`, that of a submodule the folder in its configuration.
 */
async function linked(fs: FileSystem, directory: string, own: string): Promise<GitDirectory | undefined> {
	const shared = (await text(fs, own, 'commondir'))?.trim();
	if (shared !== undefined) {
		const common = resolveFrom(own, shared);
		const back = (await text(fs, own, 'gitdir'))?.trim();
		const isOurs = back !== undefined && (await isSame(fs, resolveFrom(own, back), joinBelow(directory, '.git')));
		return isOurs && (await isSame(fs, parentOf(own) ?? own, joinBelow(common, 'worktrees'))) ? { own, common } : undefined;
	}
	const workTree = /^\s*worktree\s*=\s*"?(.+?)"?\s*$/m.exec(section((await text(fs, own, 'config')) ?? '', 'core'))?.[1];
	return workTree !== undefined && (await isSame(fs, resolveFrom(own, workTree), directory)) ? { own, common: own } : undefined;
}

async function isSame(fs: FileSystem, a: string, b: string): Promise<boolean> {
	const real = (path: string) => fs.real(path).catch(() => path);
	return (await real(a)) === (await real(b));
}

/** The lines of a section of git's configuration, by its heading. */
function section(config: string, heading: string): string {
	const lines = config.split('\n');
	const from = lines.findIndex(line => line.trim() === `[${heading}]`);
	const more = from === -1 ? [] : lines.slice(from + 1);
	const to = more.findIndex(line => /^\s*\[/.test(line));
	return (to === -1 ? more : more.slice(0, to)).join('\n');
}

async function origin(fs: FileSystem, git: string): Promise<Pick<Repository, 'origin'>> {
	const url = /^\s*url\s*=\s*(\S.*)$/m.exec(section((await text(fs, git, 'config')) ?? '', 'remote "origin"'))?.[1]?.trim() ?? '';
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
async function plainScripts(fs: FileSystem, { own, common }: GitDirectory, subdirectory: string): Promise<Pick<Repository, 'plainScripts'>> {
	const config = (await text(fs, common, 'config')) ?? '';
	if (!(await isWithin(fs, own, 'index')) || /^\s*objectformat\s*=\s*sha256/im.test(config)) return {};
	const bytes = await fs.read(joinBelow(own, 'index'), limit).catch(() => new Uint8Array());
	const prefix = subdirectory === '' ? '' : `${subdirectory}/`;
	const scripts = indexEntries(bytes).filter(({ path, mode }) => mode === '100644' && path.startsWith(prefix) && path.endsWith('.sh'));
	return scripts.length === 0 ? {} : { plainScripts: scripts.map(({ path }) => path.slice(prefix.length)) };
}

async function packed(fs: FileSystem, git: string): Promise<Array<[commit: string, name: string]>> {
	return [...((await text(fs, git, 'packed-refs')) ?? '').matchAll(/^([0-9a-f]{40}(?:[0-9a-f]{24})?) (\S+)$/gm)].map(m => [m[1] as string, m[2] as string]);
}

/** The text of a file below a directory; undefined if there is none, or a link on the way leads out. An unreadable file of git counts as missing. */
async function text(fs: FileSystem, directory: string, path: string): Promise<string | undefined> {
	if (!(await isWithin(fs, directory, path))) return undefined;
	try {
		return new TextDecoder().decode(await fs.read(joinBelow(directory, path), limit));
	} catch {
		return undefined;
	}
}

/** Whether what is at a path below a directory really lies below it, links resolved. */
async function isWithin(fs: FileSystem, directory: string, path: string): Promise<boolean> {
	try {
		return relativeTo(await fs.real(directory), await fs.real(joinBelow(directory, path)), fs.foldsCase) !== undefined;
	} catch {
		return false;
	}
}
