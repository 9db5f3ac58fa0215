import { diffArrays } from 'diff';

/** The most changes that are looked for; pages that differ in more are shown as two different ones. */
const mostChanges = 2000;

/** The blocks at the top of a page: its HTML, cut before each element that is in no other. */
export function blocksOf(html: string): readonly string[] {
	const out: string[] = [];
	let depth = 0;
	let from = 0;
	for (const { 0: tag, 1: close, 2: empty, index } of html.matchAll(/<(\/?)[a-z][a-z\d]*\b[^>]*?(\/?)>/g)) {
		if (close === '/') depth--;
		else if (empty !== '/') depth++;
		if (depth > 0 || (close !== '/' && empty !== '/')) continue;
		const end = index + tag.length;
		out.push(html.slice(from, end));
		from = end;
	}
	const rest = html.slice(from);
	return rest.trim() === '' ? out : [...out, rest];
}

/** A page, with what another does not have marked; and how many places that is. Lists that both have are compared item by item. */
export function marked(html: string, other: string, mark: 'added' | 'removed'): { readonly html: string; readonly changes: number } {
	return compared(html, other, mark, 0);
}

function compared(html: string, other: string, mark: 'added' | 'removed', depth: number): { html: string; changes: number } {
	const parts = diffArrays([...blocksOf(other)], [...blocksOf(html)], { comparator: (a, b) => a.trim() === b.trim(), maxEditLength: mostChanges });
	if (parts === undefined) return { html: wrapped(html, mark, depth), changes: 1 };
	let out = '';
	let changes = 0;
	for (const [i, part] of parts.entries()) {
		if (part.removed) continue;
		if (!part.added) {
			out += part.value.join('');
			continue;
		}
		const gone = parts[i - 1]?.removed ? parts[i - 1] : parts[i + 1]?.removed ? parts[i + 1] : undefined;
		for (const [n, block] of part.value.entries()) {
			const [open, own] = listOf(block) ?? [];
			const [, others] = listOf(gone?.value[n] ?? '') ?? [];
			if (open !== undefined && own !== undefined && others !== undefined && depth < 2) {
				const inner = compared(own, others, mark, depth + 1);
				out += `${open}${inner.html}${block.slice(block.lastIndexOf('</'))}`;
				changes += inner.changes;
			} else {
				out += wrapped(block, mark, depth);
				changes++;
			}
		}
	}
	return { html: out, changes };
}

/** The opening tag of a list, and its items. */
function listOf(block: string): readonly [open: string, items: string] | undefined {
	const open = /^\s*<(?:ul|ol)(?: start="\d+")?>/.exec(block)?.[0];
	return open === undefined ? undefined : [open, block.slice(open.length, block.lastIndexOf('</'))];
}

const words = { added: 'Added', removed: 'Removed' } as const;

/** A block that is marked: an item of a list stays an item. */
function wrapped(block: string, mark: 'added' | 'removed', depth: number): string {
	const said = `<span class="said">${words[mark]}: </span>`;
	const item = depth > 0 ? /^\s*<li(?= |>)/.exec(block)?.[0] : undefined;
	if (item !== undefined) return block.replace(/^(\s*)<li([^>]*)>/, `$1<li$2 class="${mark}">${said}`);
	return `<div class="${mark}">${said}${block}</div>`;
}
