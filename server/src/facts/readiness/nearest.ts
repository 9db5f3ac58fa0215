import { distance } from 'fastest-levenshtein';

/** The most similar word, if one is similar enough: for typing errors, and for a part of a rule's id that only one has. */
export function nearest(word: string, words: readonly string[]): string | undefined {
	const parts = words.filter(other => word.length > 2 && (other.endsWith(`/${word}`) || other.startsWith(word)));
	if (parts.length === 1) return parts[0];
	const ranked = words.map(other => [distance(word, other), other] as const).sort(([a], [b]) => a - b);
	const [best] = ranked;
	return best !== undefined && best[0] <= Math.max(2, word.length / 4) ? best[1] : undefined;
}
