import type { Read } from '../core/database';
import { dirname } from '../core/paths';
import type { Scope } from '../go/body';
import { linkedDirectories } from '../go/linked';
import { mainDirectories } from '../plugin/entry';

/** Whether a function is code of components: of a package that is linked into the plugin, not of its package main, and not `init`, which runs before any component. */
export function isComponentCode(read: Read, { path, decl }: Pick<Scope, 'path' | 'decl'>): boolean {
	const dir = dirname(path);
	return !/^init(?:#\d+)?$/.test(decl) && read(linkedDirectories).includes(dir) && !read(mainDirectories).includes(dir);
}
