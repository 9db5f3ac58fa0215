/** The word most like another, where one is much like it: for typing errors, and for a part of a rule's id. */
export function nearest(word: string, words: readonly string[]): string | undefined {
	const part = words.find(other => word.length > 2 && (other.endsWith(`/${word}`) || other.startsWith(word)));
	if (part !== undefined) return part;
	const ranked = words.map(other => [distance(word, other), other] as const).sort(([a], [b]) => a - b);
	const [best] = ranked;
	return best !== undefined && best[0] <= Math.max(2, word.length / 4) ? best[1] : undefined;
}

/** How many letters must be changed, added or removed to get from one word to another. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
		row = next;
	}
	return row[b.length] ?? 0;
}
