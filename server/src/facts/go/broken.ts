import type { Node } from '../../text/nodes';
import { at, type Place } from '../../text/place';
import type { Fact } from '../core/database';
import { bodiesIn, goBody } from './body';
import { goFile } from './file';
import { goSourcesIn } from './sources';
import { bodyKey, symbol } from './symbols';

/** Where the syntax of a Go file is broken, or the file itself where it has no package clause; empty for a file that is not read. */
export const brokenPlaces: Fact<readonly Place[], string> = (read, path) => {
	const file = read(goFile, path);
	if (file === undefined) return [];
	const outside = file.problems.map(node => at(path, node, ''));
	const inside = read(bodiesIn, path).flatMap(decl => (read(goBody, symbol(path, decl))?.problems ?? []).map(node => at(path, node as Node, bodyKey(decl))));
	const found = [...outside, ...inside];
	return found.length === 0 && file.package === '' ? [at(path)] : found;
};

/** Whether a Go file cannot be built: it has a syntax error, or no package clause. */
export const isBroken: Fact<boolean, string> = (read, path) => read(brokenPlaces, path).length > 0;

/** Whether a file of a package is broken: what seems missing may be in the unreadable part. */
export const isBrokenPackage: Fact<boolean, string> = (read, dir) => read(goSourcesIn, dir).some(path => read(isBroken, path));
