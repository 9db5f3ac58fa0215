/** Go source with its comments gone and its white space folded, as two spellings of one expression compare equal. */
export function fold(source: string): string {
	return /\s|\/[/*]/.test(source)
		? source.replace(/("(?:[^"\\\n]|\\.)*"|`[^`]*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\s+/g, (_, string) => string ?? ' ').trim()
		: source;
}
