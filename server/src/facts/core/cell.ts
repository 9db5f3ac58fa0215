import { same } from './same';

/** Something that facts read: another fact, or an input, and the key it was asked for. */
export interface Dependency<F> {
	readonly fact: F;
	readonly key: string;
	/** The cell of it, where it is a fact: found once, as nearly all that a check after an edit does is look at these. */
	cell?: Cell<F>;
}

/** What a reader sees of an input or a fact: its value, or the error in its place where it failed, and when that last became another. */
export interface Known {
	readonly value: unknown;
	readonly failed?: boolean;
	readonly changedAt: number;
}

/** What is remembered of one key of a fact. */
export class Cell<F> implements Known {
	/** What the fact returned, or threw. */
	value: unknown = undefined;
	failed = false;
	/** The revision at which the value last became another. */
	changedAt = 0;
	/** The revision at which it was last known to be up to date; 0 before it is first computed. */
	checkedAt = 0;
	/** What it read, in order. */
	dependencies: readonly Dependency<F>[] = [];
	/** Whether it failed as part of a cycle. What it read does not tell whether that is still there, so it holds for one revision only. */
	inCycle = false;
	/** Whether it is forgotten, and another cell may have taken its place. */
	gone = false;
	/** Where it stands among the facts at work; undefined where it is not at work. */
	depth: number | undefined;

	/** Takes in what was computed at a revision. What equals the old value leaves it as it was, so that nothing that read it is computed again. */
	settle(failed: boolean, value: unknown, dependencies: readonly Dependency<F>[], revision: number): void {
		this.dependencies = dependencies;
		if (this.checkedAt > 0 && this.failed === failed && (failed ? sameError(this.value, value) : same(this.value, value))) return;
		this.value = value;
		this.failed = failed;
		this.changedAt = revision;
	}
}

/** Errors are told apart by what they say: each has a stack of its own. */
const sameError = (a: unknown, b: unknown) => (a instanceof Error && b instanceof Error ? a.name === b.name && a.message === b.message : Object.is(a, b));
