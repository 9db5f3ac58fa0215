import type { Fact } from '../core/database';
import { repository } from '../core/inputs';
import { modulePath } from './module';

/** The module of the scaffolding, from which plugins are made. */
export const scaffoldingModule = 'github.com/hashicorp/packer-plugin-scaffolding';

/** Whether this is the scaffolding itself, which is not a plugin made from the template: by the git remote if there is one, else by its module and folder. */
export const isScaffolding: Fact<boolean> = read => {
	const { origin, folder } = read(repository);
	if (origin) return origin.owner === 'hashicorp' && origin.name === 'packer-plugin-scaffolding';
	return read(modulePath) === scaffoldingModule && (folder === '' || folder === 'packer-plugin-scaffolding');
};

/** Whether nothing of the scaffolding has been replaced yet in a plugin made from it: its module still has that name. */
export const isUntouchedTemplate: Fact<boolean> = read => !read(isScaffolding) && isScaffoldingPath(read(modulePath) ?? '');

/** Whether a module path ends in the scaffolding's name, under any owner. */
export const isScaffoldingPath = (module: string): boolean => /(?:^|\/)packer-plugin-scaffolding(?:\/|$)/.test(module);
