import type { GoModReplace } from '../../syntax/gomod/file';
import type { Fact, Read } from '../core/database';
import { exists } from '../core/files';
import { repository } from '../core/inputs';
import { join } from '../core/paths';
import { goMod } from './module';

/** A replacement by a folder that a clone of the repository does not have. */
export interface LocalReplace {
	readonly replace: GoModReplace;
	/** Whether go.mod requires a version that can be downloaded instead. */
	readonly removable: boolean;
}

/** The replacements by folders that are not in the repository; those that may be there in a place that we do not see left out. */
export const localReplaces: Fact<readonly LocalReplace[]> = read => {
	const file = read(goMod);
	if (file === undefined || file.problems.length > 0) return [];
	return file.replaces
		.filter(({ newPath, newVersion }) => newVersion === undefined && isLost(read, newPath))
		.map(replace => {
			const version = file.requires.find(({ path }) => path === replace.path)?.version;
			return { replace, removable: version !== undefined && !/^v0\.0\.0(?:-0{3,}|$)/.test(version) };
		});
};

function isLost(read: Read, path: string): boolean {
	if (/^(?:\/|[A-Za-z]:[\\/])/.test(path)) return true;
	const { subdirectory, origin } = read(repository);
	const folder = path.replaceAll('\\', '/');
	// Without a remote it is not known where the repository begins.
	if (join(subdirectory, folder) === undefined) return origin !== undefined;
	const own = join(folder);
	// What is beside the plugin in its repository is not seen, and a submodule may not be checked out.
	return own !== undefined && !read(exists, own === '' ? 'go.mod' : `${own}/go.mod`) && !read(exists, '.gitmodules');
}
