import type { ReviewRound } from '../../../../server/src/protocol';

type Point = ReviewRound['points'][number];

/** The rounds with one point replaced. */
export const changed = (
	rounds: readonly ReviewRound[],
	at: { readonly round: number; readonly point: number },
	replace: (point: Point) => readonly Point[],
): ReviewRound[] =>
	rounds.map((round, r) => (r === at.round ? { ...round, points: round.points.flatMap((point, p) => (p === at.point ? replace(point) : [point])) } : round));
