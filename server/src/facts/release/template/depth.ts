import { type Action, NotRead } from './actions';

/** How deep parts and expressions of a template are read. Names of files are not half as deep. */
const deepest = 50;

/** Throws NotRead where a template is nested deeper than reading it may go: in blocks, `else if`, parentheses, pipes and fields. */
export function checkDepth(actions: readonly Action[]): void {
	let blocks = 0;
	const counts: number[] = [];
	for (const action of actions) {
		if (action.kind === 'text') continue;
		const [word, again] = action.tokens;
		// Each `else if` is a block in the one before, and the `end` ends all of them.
		if (word === 'else' && again !== undefined && counts.length > 0) counts[counts.length - 1] = (counts.at(-1) as number) + 1;
		else if (word === 'if' || word === 'with') counts.push(1);
		else if (word === 'end') blocks -= counts.pop() ?? 0;
		if (word === 'if' || word === 'with' || (word === 'else' && again !== undefined)) blocks++;
		if (blocks + depthOf(action.tokens) > deepest) throw new NotRead();
	}
}

function depthOf(tokens: readonly string[]): number {
	let open = 0;
	let most = 0;
	let chains = 0;
	for (const token of tokens) {
		open += token === '(' ? 1 : token === ')' ? -1 : 0;
		chains += token === '|' ? 1 : token.startsWith('+') || token.startsWith('.') ? token.split('.').length - 2 : 0;
		most = Math.max(most, open);
	}
	return most + Math.max(0, chains);
}
