import type { Expr, X } from '../../syntax/go/body/body';
import type { Fact, Read } from '../core/database';
import { callsTo, type ExprAt, scopeAt } from '../go/calls';
import { goFile } from '../go/file';
import { linkedDirectories } from '../go/linked';
import { exprAt } from '../go/resolve';
import { goSourcesIn } from '../go/sources';
import { mainDirectories } from '../plugin/entry';
import { Startup } from './startup';

/** A call in the code of components, and what is called: `os.Exit`. */
export interface ComponentCall extends ExprAt {
	readonly name: string;
	readonly fn: X;
}

/** The files with code of components: of the packages that are linked into the plugin, those of its package main and generated ones left out. */
const componentFiles: Fact<readonly string[]> = read => {
	const mains = read(mainDirectories);
	const paths = read(linkedDirectories).flatMap(dir => (mains.includes(dir) ? [] : read(goSourcesIn, dir)));
	return paths.filter(path => !read(goFile, path)?.generated);
};

/** The calls of functions of other modules in the code of components, by files; in what runs before any component, none. */
export function componentCalls(read: Read, names: readonly string[]): readonly ComponentCall[] {
	const called = new Map<string, (ExprAt & { readonly name: string })[]>();
	for (const name of names)
		for (const call of read(callsTo, name)) {
			const there = called.get(call.path) ?? [];
			there.push({ ...call, name });
			called.set(call.path, there);
		}
	const startup = new Startup(read);
	const files = called.size === 0 ? [] : read(componentFiles);
	return files.flatMap(path =>
		(called.get(path) ?? []).flatMap((call): ComponentCall[] => {
			if (startup.runs(call)) return [];
			const { fn } = exprAt(scopeAt(read, call), call.x) as Expr & { readonly op: 'call' };
			return [{ ...call, fn }];
		}),
	);
}
