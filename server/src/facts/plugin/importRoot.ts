import type { Fact } from '../core/database';
import { text } from '../core/files';
import { repository } from '../core/inputs';
import { basename } from '../core/paths';
import { goSources, goSourcesIn } from '../go/sources';

/**
 * The path under which a plugin without go.mod imports its own packages, as it was laid out below a GOPATH: what stands before the
 * directory of a package in an import, if that ends in the name of the repository or of a Packer plugin. Undefined if no import shows it.
 */
export const importRoot: Fact<string | undefined> = read => {
	const { folder, origin } = read(repository);
	const isRoot = (path: string) => [folder, origin?.name].includes(basename(path)) || /^packer-/.test(basename(path));
	for (const path of read(goSources))
		for (const [, imported = ''] of (read(text, path) ?? '').matchAll(/"([\w.~-]+\.\w+\/[\w.~/-]+)"/g)) {
			const parts = imported.split('/');
			for (let i = parts.length; i > 1; i--) {
				const root = parts.slice(0, i).join('/');
				if (isRoot(root) && read(goSourcesIn, parts.slice(i).join('/')).length > 0) return root;
			}
		}
	return undefined;
};
