import type { Cell, Known } from './cell';
import { Cells } from './cells';
import { FactCycle } from './cycle';
import { Directories } from './directories';
import { type Entry, type FileState, file, type Input, listing } from './inputs';
import { same } from './same';
import { Seen } from './seen';

/** A derived value: a pure function of the inputs and other facts it reads. Never waits, never sees a file system or a clock. `K` is `string` for one that has keys. */
export type Fact<T, K extends string | undefined = undefined> = (read: Read, key: K) => T;

/** How facts and rules see the workspace. Everything asked of it is remembered as a dependency. */
export interface Read {
	<T>(input: Input<T>, key?: string): T;
	<T>(fact: Fact<T>): T;
	<T>(fact: Fact<T, string>, key: string): T;
}

type AnyFact = Fact<unknown, never>;
type Asked = AnyFact | Input<unknown>;

/** A cell at work: being computed, or looked at for whether it still holds. */
interface Frame {
	readonly cell: Cell<Asked>;
	/** The cycle that it turned out to be in. */
	cycle?: FactCycle;
}

/** Called with the name of a fact and its key; tests and benchmarks count the calls. */
export type Counter = (name: string, key: string) => void;

/**
 * Memoizes facts, and recomputes only those of which something they read has changed. One database knows one plugin.
 *
 * An input that changes marks what read it, directly or through other facts; what is not marked is up to date, however much there is of it.
 * What is marked is looked at when it is asked for: where nothing that it read has another value, it holds.
 */
export class Database {
	#revision = 1;
	readonly #inputs = new Cells<Asked>();
	readonly #cells = new Cells<Asked>();
	readonly #directories = new Directories();
	readonly #working: Frame[] = [];
	/** The cells that failed as part of a cycle. */
	readonly #cyclic = new Set<Cell<Asked>>();
	readonly #computed: Counter | undefined;
	readonly #visited: Counter | undefined;

	/** `computed` is called for each computation of a fact, `visited` for each look at whether something that a fact read has changed. */
	constructor(computed?: Counter, visited?: Counter) {
		this.#computed = computed;
		this.#visited = visited;
	}

	/** Grows with each change to an input. */
	get revision(): number {
		return this.#revision;
	}

	/** How many facts are remembered, each key of each. */
	get size(): number {
		return this.#cells.size;
	}

	/** Sets an input, for a key where it has keys. */
	set<T>(input: Input<T>, value: T, key = ''): void {
		const cell = this.#cellOf(input, key);
		if (same(cell.value, value)) return;
		cell.value = value;
		cell.changedAt = ++this.#revision;
		cell.changed();
		for (const cyclic of this.#cyclic) {
			cyclic.dirty = true;
			cyclic.changed();
		}
	}

	/** Sets what is known of a file, or that there is none (undefined); the listings of the directories above it follow. */
	setFile(path: string, state: FileState | undefined): void {
		this.setFiles([[path, state]]);
	}

	/** As `setFile` for many files: each directory is listed once. */
	setFiles(files: Iterable<readonly [path: string, state: FileState | undefined]>): void {
		const changed = new Set<string>();
		for (const [path, state] of files) {
			this.set(file, state, path);
			for (const dir of this.#directories.set(path, state !== undefined)) changed.add(dir);
			if (state === undefined) this.#cells.forget(path);
		}
		for (const dir of changed) this.set(listing, this.#directories.entries(dir), dir);
	}

	/** The value of an input or a fact, computed where it is not known or not up to date. Throws what the fact threw. */
	readonly get: Read = <T>(fact: Fact<T, never> | Input<T>, key = ''): T => {
		const cell = this.#cellOf(fact as Asked, key);
		if (this.#working.length === 0) cell.askedAt = this.#revision;
		return resultOf(this.#known(cell)) as T;
	};

	/** Forgets what none of the last checks needed. Call it when a check has read all that it reads, before anything is set. */
	collect(): void {
		if (this.#cells.collect(this.#revision)) this.#inputs.forgetUnread();
	}

	#cellOf(asked: Asked, key: string): Cell<Asked> {
		if (typeof asked === 'function') return this.#cells.of(asked, key);
		const cell = this.#inputs.of(asked, key);
		if (cell.dirty) cell.value = asked.initial;
		cell.dirty = false;
		return cell;
	}

	/** A cell brought up to date. Never throws: a fact that throws has failed, and that is known of it. */
	#known(cell: Cell<Asked>): Known {
		if (!cell.dirty) return cell;
		if (cell.depth !== undefined) return { value: this.#cycleFrom(cell.depth), failed: true, changedAt: Number.POSITIVE_INFINITY };
		if (!cell.inCycle || cell.checkedAt !== this.#revision) this.#refresh(cell);
		return cell;
	}

	#refresh(cell: Cell<Asked>): void {
		const frame: Frame = { cell };
		cell.depth = this.#working.push(frame) - 1;
		try {
			if (cell.checkedAt === 0 || cell.inCycle || !this.#holds(cell)) this.#compute(frame, cell);
			cell.checkedAt = this.#revision;
			cell.dirty = cell.inCycle;
		} finally {
			cell.depth = undefined;
			this.#working.pop();
		}
	}

	/**
	 * Whether nothing that a cell read has changed since it was checked; stops at the first that has, as what came after may not be read again.
	 * While all before a dependency holds, the fact would read that one again: if it is at work, that is as much a cycle as when computing.
	 */
	#holds({ dependencies, checkedAt }: Cell<Asked>): boolean {
		for (const dependency of dependencies) {
			this.#visited?.(dependency.fact.name, dependency.key);
			if (dependency.gone || this.#known(dependency).changedAt > checkedAt) return false;
		}
		return true;
	}

	/** A fact in a cycle has failed, even where it caught the error: what it says would else depend on where the cycle was entered. */
	#compute(frame: Frame, cell: Cell<Asked>): void {
		const fact = cell.fact as AnyFact;
		this.#computed?.(fact.name, cell.key);
		const seen = new Seen<Cell<Asked>>();
		const read = (<T>(asked: Fact<T, never> | Input<T>, of = ''): T => {
			const dependency = this.#cellOf(asked as Asked, of);
			seen.add(dependency);
			return resultOf(this.#known(dependency)) as T;
		}) as Read;
		let failed = false;
		let value: unknown;
		try {
			value = fact(read, cell.key as never);
		} catch (error) {
			failed = true;
			value = error;
		}
		cell.inCycle = frame.cycle !== undefined;
		if (cell.inCycle) this.#cyclic.add(cell);
		else this.#cyclic.delete(cell);
		cell.reads(seen.list);
		cell.settle(failed || cell.inCycle, frame.cycle ?? value, this.#revision);
	}

	/** The cycle that closes at a fact that is at work; all facts from there on are in it. */
	#cycleFrom(depth: number): FactCycle {
		const round = this.#working.slice(depth);
		const cycle = new FactCycle(round.map(({ cell: { fact, key } }) => (key === '' ? fact.name : `${fact.name}(${key})`)));
		for (const frame of round) frame.cycle ??= cycle;
		return cycle;
	}
}

function resultOf({ value, failed }: Known): unknown {
	if (failed) throw value;
	return value;
}

/** The entries of a directory, as `listing` gives them. */
export type { Entry };
export { FactCycle };
