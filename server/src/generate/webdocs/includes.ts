import type { Fact, Read } from '../../facts/core/database';
import { exists, filesUnder, isDirectory, text } from '../../facts/core/files';
import { basename, dirname, join } from '../../facts/core/paths';
import { commentsIn } from '../../facts/docs/comments';
import { codeBlocks, markdownSpans } from '../../facts/docs/markdown';
import { directivesIn } from '../../facts/generated/directives';
import { isGitIgnored } from '../../facts/generated/ignored';
import { goSourcesIn } from '../../facts/go/sources';
import { includesIn, missedIncludesIn } from '../../syntax/markdown/includes';
import { type Node, NodeTable, spanOf } from '../../text/nodes';
import { at, type Place, partOfPlace } from '../../text/place';
import { expectedPartials } from '../markdown/partials';
import { sdkPartial } from '../sdk/partials';
import { usedSdk } from '../version';
import { partialText } from './render';
import { rendering } from './settings';

/** One `@include` that packer-sdc follows, or what looks like one. */
export interface Included {
	/** The partial; of one without a closing quote on its line, what follows the quote there. */
	readonly path: string;
	readonly place: Place;
	/** The path alone. */
	readonly pathPlace: Place;
}

/** The includes of a page or a partial: those that are read, those without a closing quote on their line, and those that packer-sdc does not see. */
export interface Includes {
	readonly read: readonly Included[];
	readonly open: readonly Included[];
	readonly missed: readonly Included[];
}

const none: Includes = { read: [], open: [], missed: [] };

/** The includes of a page or a partial. */
export const includesOf: Fact<Includes, string> = (read, path) => {
	const source = read(text, path) ?? '';
	if (!source.includes('@include')) return none;
	const table = new NodeTable();
	const span = (node: Node) => spanOf(table.spans, node) ?? { start: 0, end: 0 };
	const place = (start: number, end: number) => partOfPlace(at(path), start, end);
	const all = includesIn(source, table).map(({ path, closed, node, pathNode }) => {
		const [whole, inner] = [span(node), span(pathNode)];
		const isOpen = !closed || path.includes('\n');
		const end = isOpen ? inner.start + (path.split(/\r?\n/, 1)[0] ?? '').trimEnd().length : inner.end;
		return { isOpen, path: source.slice(inner.start, end), place: place(whole.start, isOpen ? end : whole.end), pathPlace: place(inner.start, end) };
	});
	const missed = missedIncludesIn(source, table).flatMap(({ text, node }) => {
		const [whole = '', , found] = /^@include\s*(["'`]?)([^\s"'`]+\.mdx)\1(?=\s*(?:<!--.*)?$)/.exec(text) ?? [];
		const { start } = span(node);
		const end = start + whole.length;
		return found === undefined ? [] : [{ path: found, place: place(start, end), pathPlace: place(start, end), start }];
	});
	const aside =
		missed.length === 0 ? [] : [...commentsIn(source), ...read(codeBlocks, path).flatMap(({ node }) => spanOf(read(markdownSpans, path) ?? [], node) ?? [])];
	const plain = ({ path, place, pathPlace }: Included): Included => ({ path, place, pathPlace });
	return {
		read: all.filter(({ isOpen }) => !isOpen).map(plain),
		open: all.filter(({ isOpen }) => isOpen).map(plain),
		missed: missed.filter(({ start: from }) => !aside.some(({ start, end }) => start <= from && from < end)).map(plain),
	};
};

/** The pages that packer-sdc renders, and the partials that are written by hand and included by them; none where the Makefile does not run renderdocs. */
export const includingFiles: Fact<readonly string[]> = read => {
	const settings = read(rendering);
	if (settings === undefined) return [];
	const seen = new Set(read(filesUnder, settings.source).filter(path => /\.mdx?$/.test(path)));
	for (const path of seen) {
		for (const included of read(includesOf, path).read) {
			const partial = join(settings.partials, included.path);
			if (partial !== undefined && read(text, partial)?.includes('@include')) seen.add(partial);
		}
	}
	return [...seen];
};

/** Whether packer-sdc finds a partial; undefined where that is not known. */
export function isFound(read: Read, partial: string): boolean | undefined {
	const version = usedSdk(read);
	const embedded = version === undefined ? 'unknown' : sdkPartial(version, partial);
	if (embedded === 'unknown') return partial.startsWith('packer-plugin-sdk/') || version === undefined ? undefined : isThere(read, partial);
	return embedded === 'absent' ? isThere(read, partial) : true;
}

function isThere(read: Read, partial: string): boolean | undefined {
	const partials = read(rendering)?.partials ?? 'docs-partials';
	const path = join(partials, partial);
	if (path === undefined) return undefined;
	if (read(exists, path) || read(partialText, path) !== undefined) return true;
	const made = read(goSourcesIn, dirname(partial)).filter(source => read(directivesIn, source).some(({ command }) => command === 'struct-markdown'));
	const isUnknown = made.some(source => read(expectedPartials, source)?.unknown !== undefined);
	return read(isGitIgnored, path) || isUnknown || !read(isDirectory, partials) ? undefined : false;
}

/** The only partial of the plugin with the name of one that is missing; undefined if there is none, or several. */
export function namesake(read: Read, partial: string): string | undefined {
	const partials = read(rendering)?.partials ?? 'docs-partials';
	const found = read(filesUnder, partials).filter(path => basename(path) === basename(partial));
	return found.length === 1 ? found[0]?.slice(partials.length + 1) : undefined;
}
