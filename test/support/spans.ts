/** Of the spans of a parsed text (start, end, start, end, …) those that do not stand in the text. */
export const straySpans = (spans: ArrayLike<number>, text: string): Array<readonly [start: number, end: number]> =>
	Array.from({ length: spans.length / 2 }, (_, node) => [spans[2 * node] as number, spans[2 * node + 1] as number] as const).filter(
		([start, end]) => start < 0 || end < start || text.length < end,
	);

interface Comment {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** Of the comments of a parsed text those that do not stand where they say. */
export const strayComments = (comments: readonly Comment[], text: string): Comment[] =>
	comments.filter(comment => text.slice(comment.start, comment.end) !== comment.text);
