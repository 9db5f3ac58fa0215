import type { ResolvedEdit } from '../engine/edits';
import { TakenEdits } from '../engine/takenEdits';

/** The edits of several fixes together: a fix that conflicts with an earlier one is skipped as a whole, and an edit that two fixes share is made once. */
export function combine(fixes: Iterable<readonly ResolvedEdit[]>): ResolvedEdit[] {
	const taken = new TakenEdits({ sharing: true });
	for (const edits of fixes) {
		const more = edits.filter(edit => !taken.has(edit));
		if (!more.some(edit => taken.clashes(edit))) taken.add(more);
	}
	return taken.all;
}
