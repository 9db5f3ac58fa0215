import type { Script } from './script';
import { merged, type Piece, type Segment } from './segments';

/**
 * A rendered component page as compile-to-webdocs.sh publishes it: without front matter and title, links rewritten; or why that is unknown.
 * `rewritten` gives a partial of the plugin with its links rewritten, by its path: partials are long, and an edit changes one of them.
 */
export function compile(
	rendered: readonly Piece[],
	rewritten: (partial: string) => string,
	rewrite: (text: string) => string,
): readonly Segment[] | { readonly reason: string } {
	const [first, ...rest] = rendered;
	const head = first && 'text' in first ? headOf(first.text) : undefined;
	if (first && 'text' in first && head !== undefined) return ended(inLines([{ text: first.text.slice(head) }, ...rest], rewritten, rewrite));
	const body = withoutHeader(merged(rendered));
	if (body === undefined) return { reason: 'its header reaches into a partial of the SDK' };
	return ended(body.map(segment => (typeof segment === 'string' ? rewrite(segment) : segment)));
}

/** Where the page starts behind its head, if all of that is in a text; see `withoutHeader`. */
function headOf(text: string): number | undefined {
	let offset = 0;
	for (let seen = 0; seen < 2; ) {
		if (text.startsWith('---', offset)) seen++;
		offset = text.indexOf('\n', offset) + 1;
		if (offset === 0) return undefined;
	}
	for (let more = 0; more < 3; more++) {
		offset = text.indexOf('\n', offset) + 1;
		if (offset === 0) return undefined;
	}
	return offset;
}

/** Pieces with links rewritten: links are rewritten line by line, so those that meet within a line are one text. */
function inLines(pieces: readonly Piece[], rewritten: (partial: string) => string, rewrite: (text: string) => string): Segment[] {
	const out: Segment[] = [];
	let run: { readonly text: string; readonly partial?: string }[] = [];
	const settle = () => {
		const [only] = run;
		if (only?.partial !== undefined && run.length === 1) out.push(rewritten(only.partial));
		else if (only !== undefined) out.push(rewrite(run.map(({ text }) => text).join('')));
		run = [];
	};
	for (const piece of pieces) {
		if (!('text' in piece)) {
			settle();
			out.push(piece);
		} else if (piece.text !== '') {
			if (run.at(-1)?.text.endsWith('\n') || piece.text.startsWith('\n')) settle();
			run.push(piece);
		}
	}
	settle();
	return out;
}

/**
 * The page without its head: down to the line after the last of the first two that start with `---` (or one line, where none does), and two lines more.
 * No partial of the SDK has a line that starts so.
 */
function withoutHeader(segments: readonly Segment[]): readonly Segment[] | undefined {
	let line = 0;
	let last = 0;
	let seen = 0;
	for (const segment of segments) {
		if (typeof segment !== 'string') break;
		for (let start = 0; start !== -1 && seen < 2; ) {
			line++;
			if (segment.startsWith('---', start)) {
				last = line;
				seen++;
			}
			const end = segment.indexOf('\n', start);
			start = end === -1 ? -1 : end + 1;
		}
		if (seen >= 2) break;
	}
	if (seen < 2 && segments.length > 1 && segments.slice(1).some(segment => typeof segment === 'string' && /^---/m.test(segment))) return undefined;
	const [first = '', ...rest] = segments;
	if (typeof first !== 'string') return undefined;
	let offset = 0;
	for (let dropped = 0; dropped < last + 3; dropped++) {
		const end = first.indexOf('\n', offset);
		if (end === -1) return rest.length === 0 ? [''] : undefined;
		offset = end + 1;
	}
	return [first.slice(offset), ...rest];
}

/** A text with its links rewritten as the script does. */
export function rewriteLinks(text: string, { links }: Pick<Script, 'links'>, organization: string): string {
	const portal = (plugin: string) => `(/packer/integrations/${organization}/${plugin}`;
	const rewritten = (line: string) =>
		!line.includes('(/packer/plugins/')
			? line
			: line
					.replace(/\(\/packer\/plugins\/([^/]+)\/([^/]+)(#[^/]+)?\)/g, (_, _type, plugin, anchor = '') => `${portal(plugin)}${anchor})`)
					.replace(
						/\(\/packer\/plugins\/([^/]+)\/([^/]+)\/([^/]+)(#[^/]+)?\)/g,
						(_, type, plugin, component, anchor = '') => `${portal(plugin)}/latest/components/${type}/${component}${anchor})`,
					);
	const out = text.includes('(/packer/plugins/') ? text.split('\n').map(rewritten).join('\n') : text;
	return links.reduce((done, [from, to]) => done.replaceAll(`/${from}/`, `/${to}/`), out);
}

/** The shell's `$(…)` takes all line ends off the end, and `echo` puts one there; a partial of the SDK ends with one. */
function ended(segments: readonly Segment[]): readonly Segment[] {
	const some = segments.filter(segment => segment !== '');
	const out = some.length === 0 ? [''] : some;
	for (let last = out.pop(); last !== undefined; last = out.pop()) {
		if (typeof last !== 'string') return [...out, last];
		const stripped = last.replace(/\n+$/, '');
		if (stripped !== '' || out.length === 0) return [...out, `${stripped}\n`];
	}
	return out;
}
