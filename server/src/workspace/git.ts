import type { Repository } from '../facts/core/inputs';
import { type FileSystem, joinBelow, parentOf, relativeTo } from './fileSystem';

const limit = 4 * 1024 * 1024;

/** What git says of the repository that a folder is in, read from its files: git itself is not run. */
export async function readRepository(fs: FileSystem, root: string): Promise<Repository> {
	const folder = root.slice(root.lastIndexOf('/') + 1);
	for (let directory: string | undefined = root; directory !== undefined; directory = parentOf(directory)) {
		const git = await gitDirectory(fs, directory);
		if (git === undefined) continue;
		const subdirectory = relativeTo(directory, root, fs.foldsCase) ?? '';
		return { folder, subdirectory, ...(await origin(fs, git.common)), ...(await head(fs, git)), tags: await tags(fs, git.common) };
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
	if ((await text(fs, joinBelow(path, 'config'))) !== undefined) return { own: path, common: path };
	const link = /^gitdir: (.+)$/m.exec((await text(fs, path)) ?? '')?.[1]?.trim();
	if (link === undefined) return undefined;
	const own = absolute(directory, link);
	const common = (await text(fs, joinBelow(own, 'commondir')))?.trim();
	return { own, common: common === undefined ? own : absolute(own, common) };
}

async function origin(fs: FileSystem, git: string): Promise<Pick<Repository, 'origin'>> {
	const section = /^\[remote "origin"\]([^[]*)/m.exec((await text(fs, joinBelow(git, 'config'))) ?? '')?.[1] ?? '';
	const url = /^\s*url\s*=\s*(.+?)\s*$/m.exec(section)?.[1] ?? '';
	const [, owner, name] = /^(?:(?:https?|ssh|git):\/\/)?(?:[^@/]*@)?github\.com(?::\d+\/|[:/])\/?([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i.exec(url) ?? [];
	return owner === undefined || name === undefined ? {} : { origin: { owner, name } };
}

async function head(fs: FileSystem, { own, common }: GitDirectory): Promise<Pick<Repository, 'branch' | 'commit'>> {
	const content = (await text(fs, joinBelow(own, 'HEAD')))?.trim() ?? '';
	const ref = /^ref: (refs\/heads\/(.+))$/.exec(content);
	if (ref === null) return /^[0-9a-f]{40,64}$/.test(content) ? { commit: content } : {};
	const [, path, branch] = ref as unknown as [string, string, string];
	const loose = (await text(fs, joinBelow(common, path)))?.trim();
	const commit = loose ?? (await packed(fs, common)).find(([, name]) => name === path)?.[0];
	return { branch, ...(commit === undefined ? {} : { commit }) };
}

async function tags(fs: FileSystem, git: string): Promise<string[]> {
	const loose = await fs.list(joinBelow(git, 'refs/tags'), git).catch(() => []);
	const names = (await packed(fs, git)).flatMap(([, name]) => (name.startsWith('refs/tags/') ? [name.slice('refs/tags/'.length)] : []));
	return [...new Set([...loose.filter(e => e.kind === 'file').map(e => e.name), ...names])].sort();
}

async function packed(fs: FileSystem, git: string): Promise<Array<[commit: string, name: string]>> {
	return [...((await text(fs, joinBelow(git, 'packed-refs'))) ?? '').matchAll(/^([0-9a-f]{40,64}) (\S+)$/gm)].map(m => [m[1] as string, m[2] as string]);
}

/** The text of a file; undefined where there is none. Git's own files that cannot be read tell nothing, and that is all that follows. */
async function text(fs: FileSystem, path: string): Promise<string | undefined> {
	try {
		return new TextDecoder().decode(await fs.read(path, limit));
	} catch {
		return undefined;
	}
}

function absolute(from: string, path: string): string {
	const forward = path.replaceAll('\\', '/');
	if (/^(?:\/|[A-Za-z]:\/)/.test(forward)) return forward;
	let out = from;
	for (const part of forward.split('/')) out = part === '..' ? (parentOf(out) ?? out) : part === '.' || part === '' ? out : joinBelow(out, part);
	return out;
}
