/** Names as a sentence lists them: up to three, in backticks, then how many more there are. */
export const listed = (names: readonly string[]): string => enumerated(names.map(name => `\`${name}\``));

/** Parts of a sentence as a list: up to three, then how many more there are. */
export function enumerated(parts: readonly string[]): string {
	if (parts.length > 3) return `${parts.slice(0, 3).join(', ')} and ${parts.length - 3} more`;
	return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
