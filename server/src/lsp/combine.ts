import type { ResolvedEdit } from '../engine/edits';

/** The edits of several fixes together: a fix that conflicts with an earlier one is skipped as a whole, and an edit that two fixes share is made once. */
export function combine(fixes: Iterable<readonly ResolvedEdit[]>): ResolvedEdit[] {
	const taken: ResolvedEdit[] = [];
	for (const edits of fixes) {
		const more = edits.filter(edit => !taken.some(other => alike(edit, other)));
		if (!more.some(edit => taken.some(other => inTheWay(edit, other)))) taken.push(...more);
	}
	return taken;
}

function alike(a: ResolvedEdit, b: ResolvedEdit): boolean {
	if (a.path !== b.path) return false;
	if (a.kind === 'text') return b.kind === 'text' && a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
	if (a.kind === 'create') return b.kind === 'create' && a.text === b.text;
	return b.kind === 'delete';
}

function inTheWay(a: ResolvedEdit, b: ResolvedEdit): boolean {
	if (a.path !== b.path) return false;
	if (a.kind !== 'text' || b.kind !== 'text') return true;
	return a.span.start < b.span.end && b.span.start < a.span.end;
}
