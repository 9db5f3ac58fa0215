/** What the opening of a rule's page says: what should be true, and why. */
export interface Opening {
	readonly summary: string;
	/** The first paragraph under "Why", as written. */
	readonly why: string;
}

/** Reads the opening of a rule's page; undefined if the page is not built as pages are. */
export function openingOf(page: string): Opening | undefined {
	const [, summary, why] = /^# [^\n]+\n+([^\n]+)\n+Checklist item: [^\n]+\n+## Why\n+([\s\S]+?)(?:\n\n|\n*$)/.exec(page.replace(/\r\n/g, '\n')) ?? [];
	return summary === undefined || why === undefined ? undefined : { summary, why };
}
