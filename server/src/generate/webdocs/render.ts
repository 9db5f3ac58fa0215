import type { Fact, Read } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { dirname, join } from '../../facts/core/paths';
import { directivesIn } from '../../facts/generated/directives';
import { goSourcesIn } from '../../facts/go/sources';
import { expectedPartials } from '../markdown/partials';
import { sdkPartial } from '../sdk/partials';
import { type Piece, withNewlines } from './segments';

/** A page with its includes put in, and the partials of the plugin that were; or why that cannot be done. */
export type Rendered = { readonly pieces: readonly Piece[]; readonly partials: readonly string[] } | { readonly reason: string };

const include = "@include '";

/** How long a page may become while includes are put into it, in characters: one that includes itself twice doubles each time. */
const longest = 1_000_000;

/** A page as `packer-sdc renderdocs` leaves it (SDK renderDocsFile): partials of the SDK come first, then those in `partials`. */
export function render(read: Read, source: string, partials: string, version: string | undefined): Rendered {
	/** What is settled of the page; of the rest what is before `at` is in it. */
	const pieces: Piece[] = [];
	const included = new Set<string>();
	let rest = source;
	let at = 0;
	let from = 0;
	for (let rounds = 0; rounds < 1000; rounds++) {
		const start = rest.indexOf(include, from);
		if (start === -1 || start + include.length >= rest.length) return { pieces: [...pieces, { text: rest.slice(at) }], partials: [...included] };
		const end = rest.indexOf("'", start + include.length);
		if (end === -1) return { reason: 'an @include has no closing quote' };
		const path = rest.slice(start + include.length, end);
		const embedded = version === undefined ? 'unknown' : sdkPartial(version, path);
		if (embedded === 'unknown' && (version !== undefined || path.startsWith('packer-plugin-sdk/')))
			return { reason: `SDK ${version ?? 'version'} is not in our table of partials` };
		pieces.push({ text: rest.slice(at, start) });
		if (typeof embedded !== 'string') {
			if (lastLine(pieces).includes('(/packer/plugins/')) return { reason: `${path} is included behind a link on the same line` };
			pieces.push(...embedded.map((segment): Piece => (typeof segment === 'string' ? { text: segment } : segment)));
			at = from = end + 1;
			continue;
		}
		const local = join(partials, path);
		const found = local === undefined ? undefined : read(partialText, local);
		if (local === undefined || found === undefined) return { reason: `partial ${path} is missing` };
		included.add(local);
		if (found !== '' && !found.includes('@')) {
			pieces.push({ text: found, partial: local }); // nothing in it is looked at again, so that a long page is not copied for each of its includes
			at = from = end + 1;
		} else {
			rest = found + rest.slice(end + 1);
			if (rest.length > longest) return { reason: `it has more than ${longest} characters with its partials` };
			at = 0;
			from = 1; // packer-sdc goes on behind the first character of what it put in, whatever that is
		}
	}
	return { reason: 'its partials include each other' };
}

/** What has no line end behind it yet, in the pieces since the last that is known by its hash. */
function lastLine(pieces: readonly Piece[]): string {
	let line = '';
	for (let i = pieces.length - 1; i >= 0; i--) {
		const piece = pieces[i] as Piece;
		if (!('text' in piece)) break;
		const end = piece.text.lastIndexOf('\n');
		line = piece.text.slice(end + 1) + line;
		if (end !== -1) break;
	}
	return line;
}

/** The text that a partial of the plugin is to have: what struct-markdown makes of it, else what is there. */
export const partialText: Fact<string | undefined, string> = (read, path) => {
	const [, root = '', dir = ''] = /^(?:(.*)\/)?docs-partials\/(.*)$/.exec(dirname(`${path}`)) ?? /^(?:(.*)\/)?docs-partials()$/.exec(dirname(path)) ?? [];
	const folder = [root, dir].filter(part => part !== '').join('/');
	for (const source of read(goSourcesIn, folder)) {
		if (!read(directivesIn, source).some(({ command }) => command === 'struct-markdown')) continue;
		const made = read(expectedPartials, source)?.partials.find(partial => partial.path === path);
		if (made) return made.text;
	}
	const there = read(text, path);
	return there === undefined ? undefined : withNewlines(there);
};
