import { txtar } from './txtar';

/** One example of a rule's page. */
export interface Example {
	readonly files: ReadonlyMap<string, string>;
	/** What the fixes leave, where the page says so; a file that the fix deletes has the text `(deleted)`. */
	readonly after?: ReadonlyMap<string, string>;
}

/** The examples under one heading of a rule's page, in fences of three backticks or, around files that have such fences themselves, more; a block after a line that ends "leaves:" is what the fixes of the one before leave. */
export function examples(page: string, heading: string): Example[] {
	const found: Example[] = [];
	let under = '';
	for (const [, title, leaves, , fence] of page.matchAll(/^## (.+)$|^(.*leaves:\n\n)?(`{3,})txtar\n([\s\S]*?)^\3$/gm)) {
		if (title !== undefined) under = title;
		else if (under !== heading) continue;
		else if (leaves === undefined) found.push({ files: txtar(fence as string) });
		else found.push({ ...(found.pop() as Example), after: txtar(fence as string) });
	}
	return found;
}

/** The level-two headings of a page, in order. */
export const headings = (page: string): string[] => [...page.matchAll(/^## (.+)$/gm)].map(m => m[1] as string);
