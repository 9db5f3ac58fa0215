import type { Fact, Read } from '../../facts/core/database';
import { filesUnder, isDirectory, text } from '../../facts/core/files';
import { dirname, join } from '../../facts/core/paths';
import { pageOf } from '../../facts/docs/matching';
import { goFile } from '../../facts/go/file';
import { goSourcesIn } from '../../facts/go/sources';
import { components } from '../../facts/plugin/components';
import { includesOf } from '../webdocs/includes';
import { rendering } from '../webdocs/settings';
import { expectedPartials } from './partials';

const folder = 'docs-partials';

/** The first line of what struct-markdown writes. */
const header = /^<!-- Code generated from the comments of the (\w+) struct in (\S+); DO NOT EDIT MANUALLY -->/m;

/** A partial that was generated from a struct, of which nothing generates it any more. */
export interface Orphan {
	readonly path: string;
	readonly struct: string;
	/** The pages and partials that include it. */
	readonly includedBy: readonly string[];
}

/** The generated partials that no struct of the module generates; not those of a struct that is still there, and of files that cannot be read. */
export const orphans: Fact<readonly Orphan[]> = read =>
	read(filesUnder, folder).flatMap(path => {
		const [, struct, source] = header.exec((read(text, path) ?? '').slice(0, 1000)) ?? [];
		if (struct === undefined || source === undefined || dirname(path) !== [folder, dirname(source)].filter(part => part !== '').join('/')) return [];
		return isOrphan(read, path, struct, dirname(source)) ? [{ path, struct, includedBy: read(inclusions)[path] ?? [] }] : [];
	});

function isOrphan(read: Read, path: string, struct: string, dir: string): boolean {
	const sources = read(goSourcesIn, dir);
	const made = sources.flatMap(source => read(expectedPartials, source) ?? []);
	if (made.some(({ unknown, partials }) => unknown !== undefined || partials.some(partial => partial.path === path))) return false;
	return sources.every(source => {
		const file = read(goFile, source);
		if (file === undefined || file.problems.length > 0) return false;
		// A struct without a directive may be documented by a command that is run by hand.
		return read(expectedPartials, source) !== undefined || !file.types.some(({ name }) => name === struct);
	});
}

/** The generated partials of the configuration of a documented component that no page includes; none where it is not known which pages are rendered. */
export const unused: Fact<readonly string[]> = read => {
	if (read(rendering) === undefined || !read(isDirectory, folder)) return [];
	const dirs = new Set(read(components).flatMap(component => (pageOf(read, component) && component.implementation ? [component.implementation.dir] : [])));
	return [...dirs].flatMap(dir =>
		read(goSourcesIn, dir)
			.flatMap(source => read(expectedPartials, source)?.partials ?? [])
			.map(({ path }) => path)
			.filter(path => /\/Config-(?:not-)?required\.mdx$/.test(path) && read(text, path) !== undefined && read(inclusions)[path] === undefined),
	);
};

/** By partial, the pages and partials that include it, wherever they stand. */
const inclusions: Fact<Readonly<Record<string, readonly string[]>>> = read => {
	const partials = read(rendering)?.partials ?? folder;
	const out: Record<string, string[]> = Object.create(null);
	for (const from of read(filesUnder, '').filter(path => /\.mdx?$/.test(path))) {
		for (const { path } of read(includesOf, from).read) {
			const partial = join(partials, path);
			const there = partial === undefined ? undefined : out[partial];
			if (there !== undefined) there.push(from);
			else if (partial !== undefined) out[partial] = [from];
		}
	}
	return out;
};
