import { same } from './same';

/** What a reader sees of an input or a fact: its value, or the error in its place where it failed, and when that last became another. */
export interface Known {
	readonly value: unknown;
	readonly failed?: boolean;
	readonly changedAt: number;
}

/** What is remembered of one key of a fact or an input. `F` is what facts read: facts and inputs. */
export class Cell<F> implements Known {
	readonly fact: F;
	readonly key: string;
	/** What the fact returned, or threw; of an input what it was set to. */
	value: unknown = undefined;
	failed = false;
	/** The revision at which the value last became another. */
	changedAt = 0;
	/** The revision at which it was last looked at and found or made up to date; 0 before it is first computed. */
	checkedAt = 0;
	/** The revision at which it was last asked for from outside, and not by another fact. */
	askedAt = 0;
	/** Whether something that it read, or that this read, may have changed since it was last up to date. */
	dirty = true;
	/** What it read, in order. */
	dependencies: readonly Cell<F>[] = [];
	/** What read it. */
	dependents: Set<Cell<F>> | undefined;
	/** Whether it failed as part of a cycle. What it read does not tell whether that is still there, so it holds for one revision only. */
	inCycle = false;
	/** Whether it is forgotten, and another cell may have taken its place. */
	gone = false;
	/** Where it stands among the facts at work; undefined where it is not at work. */
	depth: number | undefined;

	constructor(fact: F, key: string) {
		this.fact = fact;
		this.key = key;
	}

	/** Takes in what was computed at a revision. What equals the old value leaves it as it was, so that nothing that read it is computed again. */
	settle(failed: boolean, value: unknown, revision: number): void {
		if (this.checkedAt > 0 && this.failed === failed && (failed ? sameError(this.value, value) : same(this.value, value))) return;
		this.value = value;
		this.failed = failed;
		this.changedAt = revision;
	}

	/** Is told what it read; each of these knows of it from now on, and those that it read before and not again know of it no longer. */
	reads(dependencies: readonly Cell<F>[]): void {
		const before = this.dependencies;
		let same = 0; // Most facts read again what they read before: what knows of it already is not told again.
		while (same < before.length && before[same] === dependencies[same]) same++;
		for (let i = same; i < before.length; i++) before[i]?.dependents?.delete(this);
		for (let i = same; i < dependencies.length; i++) {
			const dependency = dependencies[i] as Cell<F>;
			dependency.dependents ??= new Set();
			dependency.dependents.add(this);
		}
		this.dependencies = dependencies;
	}

	/** Everything that read it, directly or through others, may be out of date now. */
	changed(): void {
		const stack: Cell<F>[] = [this];
		for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
			if (cell.dependents === undefined) continue;
			for (const dependent of cell.dependents) {
				if (dependent.dirty) continue;
				dependent.dirty = true;
				stack.push(dependent);
			}
		}
	}
}

/** Errors are told apart by what they say: each has a stack of its own. */
const sameError = (a: unknown, b: unknown) => (a instanceof Error && b instanceof Error ? a.name === b.name && a.message === b.message : Object.is(a, b));
