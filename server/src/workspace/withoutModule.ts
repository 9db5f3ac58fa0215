import { type DirectoryEntry, type FileSystem, joinBelow, parentOf } from './fileSystem';
import { largestFile, looksInto } from './interest';

/** An import of the plugin SDK or of Packer's own packages, by each path that these have had. */
const packerImport = /"github\.com\/(?:hashicorp\/packer(?:-plugin-sdk)?|mitchellh\/packer)\//;

/** How repositories of plugins are named; those with one component had its kind in the name. */
const pluginName = /\/packer-(?:plugin|builder|provisioner|post-processor|datasource)-[^/]+$/;

/** What a search reads at most, so that a folder with many Go files outside of any module costs little. */
const mostFiles = 1000;
const mostFolders = 500;

/** Searches Go files outside of modules for imports of Packer's packages; each file that is read counts against one limit. */
export class Search {
	readonly #fs: FileSystem;
	#files = 0;

	constructor(fs: FileSystem) {
		this.#fs = fs;
	}

	/** Whether a directory of a project has a Go file that shows a plugin: it imports Packer's packages, or the project is named like a plugin. */
	async hasPlugin(directory: string, entries: readonly DirectoryEntry[], project: string): Promise<boolean> {
		const sources = entries.filter(({ name, kind }) => kind === 'file' && name.endsWith('.go') && !name.endsWith('_test.go'));
		if (sources.length > 0 && pluginName.test(project)) return true;
		for (const { name } of sources) {
			if (this.#files++ >= mostFiles) return false;
			const bytes = await this.#fs.read(joinBelow(directory, name), largestFile).catch(() => undefined);
			if (bytes !== undefined && packerImport.test(new TextDecoder().decode(bytes))) return true;
		}
		return false;
	}
}

/** Whether a project without a go.mod has Go files that show a plugin; folders with a go.mod are not part of it. */
export async function looksLikePlugin(fs: FileSystem, project: string): Promise<boolean> {
	const search = new Search(fs);
	const folders = [project];
	for (let i = 0; i < Math.min(folders.length, mostFolders); i++) {
		const folder = folders[i] as string;
		const entries = await fs.list(folder, project).catch(() => []);
		if (entries.some(isGoMod)) continue;
		if (await search.hasPlugin(folder, entries, project)) return true;
		folders.push(
			...entries.filter(({ name, kind }) => kind === 'directory' && looksInto(name) && name !== 'testdata').map(({ name }) => joinBelow(folder, name)),
		);
	}
	return false;
}

/** Whether a folder has a file that stands at the root of a project. */
export const isProject = (entries: readonly DirectoryEntry[]): boolean =>
	entries.some(
		({ name, kind }) =>
			kind === 'file' && /^(?:readme|licen[cs]e|copying)(?:\..*)?$|^(?:gnu)?makefile$|^\.goreleaser\.ya?ml$|^(?:Gopkg\.toml|glide\.yaml)$/i.test(name),
	);

/** What a folder lies in, seen upwards from it. */
export interface Surroundings {
	/** Whether a folder above it has a go.mod, so that its Go files are of that module. */
	readonly inModule: boolean;
	/** The work tree that it is in, if any. */
	readonly workTree?: string;
	/** The nearest folder with a file that stands at the root of a project, or the work tree. */
	readonly project?: string;
}

/** Looks for what a folder lies in, no further than its work tree. */
export async function surroundingsOf(fs: FileSystem, folder: string): Promise<Surroundings> {
	let nearest: string | undefined;
	for (let directory: string | undefined = folder; directory !== undefined; directory = parentOf(directory)) {
		const entries = await fs.list(directory, directory).catch(() => []);
		if (directory !== folder && entries.some(isGoMod)) return { inModule: true };
		if (isProject(entries)) nearest ??= directory;
		if (!entries.some(({ name }) => name === '.git')) continue;
		const isWhole = isProject(entries) || entries.some(({ name, kind }) => kind === 'file' && name.endsWith('.go'));
		return { inModule: false, workTree: directory, project: isWhole ? directory : (nearest ?? directory) };
	}
	return { inModule: false, ...(nearest === undefined ? {} : { project: nearest }) };
}

/** Whether an entry of a folder makes it a module. */
export const isGoMod = ({ name, kind }: DirectoryEntry): boolean => name === 'go.mod' && kind === 'file';
