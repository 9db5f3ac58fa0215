/** A stretch of a text: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** The empty span at one offset. */
export const point = (offset: number): Span => ({ start: offset, end: offset });

/** Whether `inner` lies within `outer`, borders included. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
