import { fold } from './fold';

const long = 4096;

/** An expression as facts keep it: of a function literal, a struct or an interface only the word, as their insides are reported apart. */
export function brief(source: string): string {
	const word = source.endsWith('}') ? /^(?:func|struct|interface)\b(?=[\s({])/.exec(source)?.[0] : undefined;
	if (word !== undefined && !/^interface\s*\{\s*\}$/.test(source)) return word;
	if (source.startsWith('{')) return '{';
	if (source.length <= long || /^["`]/.test(source)) return fold(source);
	return fold(source.slice(0, Math.max(0, source.indexOf('{')) || long));
}
