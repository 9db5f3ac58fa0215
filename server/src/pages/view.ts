import { rulePage } from '../engine/addresses';
import type { Rule } from '../engine/rule';
import { unified } from '../generate/unified';
import { askedBy } from './asked';

/** More lines than this of a change are cut off: the whole of it is among the examples. */
const mostLines = 20;

/** How a page is shown: whether its long examples can be folded, which takes HTML. */
export interface Shown {
	readonly folds: boolean;
}

/** A rule's page as it is shown: the summary, a short before and after, why, who asks for it, when to turn it off, and the long examples below. */
export function pageView(id: string, page: string, rule?: Pick<Rule, 'source' | 'threads'>, { folds }: Shown = { folds: true }): string {
	const { opening, sections } = partsOf(page.replace(/\r\n/g, '\n'));
	const { change, rest: why } = shownChange(sections.get('Why') ?? '');
	const short = change ?? changeIn(sections.get('Reported') ?? '');
	const section = (title: string, text: string | undefined) => (text === undefined ? [] : [`## ${title}\n\n${text.trim()}`]);
	const folded = (title: string, text: string | undefined) =>
		text === undefined || !folds ? section(title, text) : [`<details>\n<summary>${title}</summary>\n\n${text.trim()}\n\n</details>`];
	return `${[
		folds ? opening.trim().replace(/^(# .*\n+)(.+)$/m, '$1**$2**') : opening.trim(),
		...(short === undefined ? [] : [short]),
		...section('Why', why),
		...section('Who asks for it', rule && askedBy(rule)),
		...section('When to turn it off', sections.get('When to turn it off')),
		...folded('Examples that are reported', sections.get('Reported')),
		...folded('Examples that are not reported', sections.get('Not reported')),
		`[This page on the web](${rulePage(id)})`,
	].join('\n\n')}\n`;
}

/** The text before the first level-two heading, and the text under each of them; headings in fences do not count. */
function partsOf(page: string): { opening: string; sections: ReadonlyMap<string, string> } {
	const masked = page.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, fence => fence.replace(/[^\n]/g, '.'));
	const found = [...masked.matchAll(/^## (.+)\n/gm)];
	const sections = found.map(({ 0: heading, 1: title, index }, i) => [title as string, page.slice(index + heading.length, found[i + 1]?.index)] as const);
	return { opening: page.slice(0, found[0]?.index), sections: new Map(sections) };
}

/** The change that the author of a page shows under *Why*, and what else stands there. */
function shownChange(why: string): { change?: string; rest: string } {
	const [fence] = /^```diff\n[\s\S]*?^```$/m.exec(why) ?? [];
	return fence === undefined ? { rest: why } : { change: fence, rest: why.replace(fence, '') };
}

/** What the fixes of the first example that has any change, of a file that is there if possible. */
function changeIn(reported: string): string | undefined {
	const [, before, after] = /^`{3,}txtar\n([\s\S]*?)^`{3,}$\n+^(?:.*leaves:)\n+^`{3,}txtar\n([\s\S]*?)^`{3,}$/m.exec(reported) ?? [];
	if (before === undefined || after === undefined) return undefined;
	const [had, made] = [filesOf(before), filesOf(after)];
	const paths = [...made.keys()].filter(path => had.get(path) !== made.get(path));
	const path = paths.find(one => had.has(one)) ?? paths[0];
	return path === undefined ? undefined : `\`${path}\`\n\n\`\`\`diff\n${hunksOf(path, had.get(path), made.get(path))}\n\`\`\``;
}

/** The files of an example, without the marks that make it a test. */
function filesOf(txtar: string): Map<string, string | undefined> {
	const files = new Map<string, string | undefined>();
	for (const part of txtar.split(/^(?=-- .+ --$)/m)) {
		const [heading, path] = /^-- (.+) --\n/.exec(part) ?? [];
		if (heading === undefined || path === undefined || /^(?:want|related|gone|repository)$/.test(path)) continue;
		const text = part.slice(heading.length).replace(/[ \t]*(?:\/\/|#|<!--) want\b.*$/gm, '');
		files.set(path, text === '(deleted)\n' ? undefined : text);
	}
	return files;
}

/** The first lines of a unified diff, below its head. */
function hunksOf(path: string, before: string | undefined, after: string | undefined): string {
	const lines = unified({ path, before, after })
		.split('\n')
		.slice(3)
		.filter(line => line !== '' && !/^\\ No newline/.test(line))
		.map(line => line.replace(/^@@.*/, ' …'));
	const first = Math.max(0, lines.findIndex(line => /^[+-]/.test(line)) - 3);
	return [...lines.slice(first, first + mostLines), ...(lines.length > first + mostLines ? [' …'] : [])].join('\n');
}
