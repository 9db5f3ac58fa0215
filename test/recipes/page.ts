import { readFileSync } from 'node:fs';

/** A fenced block of docs/recipes.md: the heading that it is under, its language and its text. */
export interface Recipe {
	readonly heading: string;
	readonly language: string;
	readonly text: string;
}

/** The fenced blocks of docs/recipes.md, in its order. */
export function recipes(): readonly Recipe[] {
	const page = readFileSync('docs/recipes.md', 'utf8');
	return [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(({ 1: language = '', 2: text = '', index }) => {
		const heading = [...page.slice(0, index).matchAll(/^#+ (.+)$/gm)].at(-1)?.[1] ?? '';
		return { heading, language, text };
	});
}

/** The n-th block under a heading. */
export function recipe(heading: string, nth = 0): string {
	const found = recipes().filter(one => one.heading === heading)[nth];
	if (found === undefined) throw new Error(`docs/recipes.md has no block ${nth} under ${heading}.`);
	return found.text;
}
