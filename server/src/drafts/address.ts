/** GitHub answers longer addresses with an error. */
const longest = 8000;

/** An address of GitHub that opens a form with title and body filled in; where the body is too long, with the shorter one given, else with a note in its place. */
export function githubAddress(base: string, query: ReadonlyArray<readonly [string, string]>, title: string, body: string, shorter?: string): string {
	const address = (text: string) =>
		`${base}${base.includes('?') ? '&' : '?'}${[...query, ['title', title], ['body', text]].map(pair => pair.map(part => encodeURIComponent(part as string)).join('=')).join('&')}`;
	const [found] = [body, ...(shorter === undefined ? [] : [shorter])].map(address).filter(made => made.length <= longest);
	return found ?? address('[THE DRAFT IS TOO LONG FOR AN ADDRESS. PASTE IT HERE.]');
}
