import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A stretch of a partial of the SDK whose text is not shipped: its length in UTF-16 code units, and its SHA-256. */
export interface Hashed {
	readonly length: number;
	readonly sha256: string;
	/** The partial, and how far into it the stretch starts. */
	readonly partial: string;
	readonly from: number;
}

/** A piece of a generated text: known, or known by its hash. */
export type Segment = string | Hashed;

/** A piece of a page as it is put together: text of the page itself or of a partial of the plugin, by its path; or a stretch known by its hash. */
export type Piece = { readonly text: string; readonly partial?: string } | Hashed;

/** Pieces as segments, neighboring known texts made one. */
export function merged(pieces: readonly Piece[]): readonly Segment[] {
	const out: Segment[] = [];
	for (const piece of pieces) {
		const last = out.at(-1);
		if (!('text' in piece)) out.push(piece);
		else if (typeof last === 'string') out[out.length - 1] = last + piece.text;
		else out.push(piece.text);
	}
	return out;
}

/** A text with `\n` at line ends, in which generators write; a Windows checkout has others. */
export const withNewlines = (text: string): string => (text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text);

/** The SHA-256 of a text in UTF-8, in hexadecimal. */
export const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** Segments as one text; undefined if one of them is known by its hash only. */
export const textOf = (segments: readonly Segment[]): string | undefined =>
	segments.every(segment => typeof segment === 'string') ? segments.join('') : undefined;

/** Where a text first departs from segments: the index of the segment, and the offset in the text; undefined if it holds exactly them. */
export function mismatch(text: string, segments: readonly Segment[]): { readonly segment: number; readonly offset: number } | undefined {
	let offset = 0;
	for (const [i, segment] of segments.entries()) {
		if (typeof segment === 'string') {
			const there = text.slice(offset, offset + segment.length); // comparing whole texts is many times faster than `startsWith`
			if (there !== segment) return { segment: i, offset: offset + common(there, segment) };
			offset += segment.length;
		} else {
			const stretch = text.slice(offset, offset + segment.length);
			if (stretch.length !== segment.length || hashOf(stretch) !== segment.sha256) return { segment: i, offset };
			offset += segment.length;
		}
	}
	return offset === text.length ? undefined : { segment: segments.length, offset };
}

const stride = 256;

/** How many characters two texts begin with alike: by stretches first, as pages are long and differ late. */
function common(a: string, b: string): number {
	let i = 0;
	while (i + stride <= a.length && a.slice(i, i + stride) === b.slice(i, i + stride)) i += stride;
	while (i < a.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
	return i;
}

/** Segments with those that are known by their hash put in, as `find` has them; else the first that it has not. */
export function fill(segments: readonly Segment[], find: (segment: Hashed) => string | undefined): { readonly text: string } | { readonly missing: Hashed } {
	let out = '';
	for (const segment of segments) {
		const text = typeof segment === 'string' ? segment : find(segment);
		if (text === undefined) return { missing: segment as Hashed };
		out += text;
	}
	return { text: out };
}

/** Looks for a stretch in texts: as it starts at a line, or follows a link that the partial is split at. */
export function find({ length, sha256 }: Pick<Hashed, 'length' | 'sha256'>, texts: readonly string[]): string | undefined {
	for (const text of texts) {
		for (const { index } of text.matchAll(/^|(?<=\))/gm)) {
			if (index + length > text.length) break;
			const last = text[index + length - 1];
			if (last !== '\n' && last !== ']') continue;
			const stretch = text.slice(index, index + length);
			if (hashOf(stretch) === sha256) return stretch;
		}
	}
	return undefined;
}
