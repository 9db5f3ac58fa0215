import type { B, Body, Statement, X } from '../../syntax/go/body/body';

/** Whether a block is another one, or within it. */
export function isInside({ blocks }: Pick<Body, 'blocks'>, block: B, outer: B): boolean {
	for (let at = block; at !== -1; at = blocks[at]?.parent ?? -1) if (at === outer) return true;
	return outer === -1;
}

/** The function or closure that a block belongs to: its outermost block. */
export function functionOf({ blocks }: Pick<Body, 'blocks'>, block: B): B {
	for (let at = block; ; at = blocks[at]?.parent ?? -1) {
		const { by, parent } = blocks[at] ?? { by: 'function', parent: -1 };
		if (by === 'function' || by === 'closure' || by === 'defer' || by === 'go' || parent === -1) return at;
	}
}

/** The return statements of the function itself, with their indexes; those of closures in it are not its own. */
export function returnsOf(body: Pick<Body, 'blocks' | 'statements'>): ReadonlyArray<{ readonly index: number; readonly values: readonly X[] }> {
	return body.statements.flatMap((statement: Statement, index) =>
		statement.kind === 'return' && functionOf(body, statement.block) === 0 ? [{ index, values: statement.values }] : [],
	);
}
