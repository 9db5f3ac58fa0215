import type { Span } from '../text/span';
import type { ResolvedEdit } from './edits';

/** What the edits of a file that are taken already do to it. */
interface Taken {
	readonly edits: ResolvedEdit[];
	/** Whether it is created or deleted. */
	whole: boolean;
	/** The stretches that are changed, by their starts, insertions before others: they do not overlap, so neighbors tell. */
	readonly spans: Span[];
}

/** Edits of several fixes that are made together. A file may have thousands, so each new one is held against its neighbors only. */
export class TakenEdits {
	readonly all: ResolvedEdit[] = [];
	readonly #byPath = new Map<string, Taken>();
	readonly #keys = new Set<string>();
	readonly #sharing: boolean;

	/** `sharing`: whether several edits may insert at one place; else it is not known in which order they should stand. */
	constructor({ sharing }: { readonly sharing: boolean }) {
		this.#sharing = sharing;
	}

	/** The taken edits by file, in the order in which they were taken. */
	*byPath(): Iterable<readonly [path: string, edits: readonly ResolvedEdit[]]> {
		for (const [path, { edits }] of this.#byPath) yield [path, edits];
	}

	/** Whether the very same edit is taken. */
	has(edit: ResolvedEdit): boolean {
		return this.#keys.has(keyOf(edit));
	}

	/** Whether an edit cannot be made together with those that are taken. */
	clashes(edit: ResolvedEdit): boolean {
		const taken = this.#byPath.get(edit.path);
		if (taken === undefined) return false;
		if (edit.kind !== 'text' || taken.whole) return true;
		const { start, end } = edit.span;
		const at = indexOf(taken.spans, start);
		const before = taken.spans[at - 1];
		if (before !== undefined && before.end > start) return true;
		for (let i = at; i < taken.spans.length; i++) {
			const next = taken.spans[i] as Span;
			if (next.start === start && !this.#sharing) return true;
			if (next.start >= end) return false;
			if (next.end > start) return true;
		}
		return false;
	}

	/** Takes edits, none of which clashes with another. */
	add(edits: readonly ResolvedEdit[]): void {
		for (const edit of edits) {
			this.all.push(edit);
			this.#keys.add(keyOf(edit));
			const taken = this.#byPath.get(edit.path) ?? { edits: [], whole: false, spans: [] };
			this.#byPath.set(edit.path, taken);
			taken.edits.push(edit);
			if (edit.kind !== 'text') taken.whole = true;
			else taken.spans.splice(indexOf(taken.spans, edit.span.start, edit.span.end > edit.span.start), 0, edit.span);
		}
	}
}

/** The first stretch that starts at an offset or behind it, or `behind` it. */
function indexOf(spans: readonly Span[], start: number, behind = false): number {
	let [low, high] = [0, spans.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const at = (spans[middle] as Span).start;
		if (at < start || (behind && at === start)) low = middle + 1;
		else high = middle;
	}
	return low;
}

const keyOf = (edit: ResolvedEdit): string =>
	edit.kind === 'text'
		? `${edit.path}\0${edit.span.start}\0${edit.span.end}\0${edit.text}`
		: `${edit.path}\0${edit.kind}\0${edit.kind === 'create' ? edit.text : ''}`;
