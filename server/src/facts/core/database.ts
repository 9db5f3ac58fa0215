import type { Cell, Dependency, Known } from './cell';
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

/** A fact at work: being computed, or looked at for whether it still holds. */
interface Frame extends Dependency<AnyFact> {
	/** The cycle that it turned out to be in. */
	cycle?: FactCycle;
}

/** Hears of the name of a fact and the key: tests and benchmarks count. */
export type Counter = (name: string, key: string) => void;

/** Memoises facts, and recomputes only those of which something they read has changed. One database knows one plugin. */
export class Database {
	#revision = 1;
	readonly #inputs = new Map<Input<unknown>, Map<string, Known>>();
	readonly #cells = new Cells<Asked>();
	readonly #directories = new Directories();
	readonly #working: Frame[] = [];
	readonly #computed: Counter | undefined;
	readonly #visited: Counter | undefined;

	/** `computed` hears of each computation of a fact, `visited` of each look at whether something that a fact read has changed. */
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
		const byKey = this.#inputs.get(input) ?? new Map<string, Known>();
		this.#inputs.set(input, byKey);
		if (same(byKey.has(key) ? byKey.get(key)?.value : input.initial, value)) return;
		byKey.set(key, { value, changedAt: ++this.#revision });
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
	readonly get: Read = <T>(fact: Fact<T, never> | Input<T>, key = ''): T => resultOf(this.#known(fact as Asked, key)) as T;

	/**
	 * Forgets what none of the last checks needed. Call it when a check has read all that it reads, before anything is set: what it needed
	 * was found up to date at this revision, so nothing that the next check revalidates is forgotten.
	 */
	collect(): void {
		this.#cells.collect(this.#revision);
	}

	/** Never throws: a fact that throws has failed, and that is known of it. */
	#known(fact: Asked, key: string): Known {
		if (typeof fact !== 'function') return this.#inputs.get(fact)?.get(key) ?? { value: fact.initial, changedAt: 0 };
		return this.#bring(fact, key, this.#cells.of(fact, key));
	}

	/** A cell brought up to date. */
	#bring(fact: AnyFact, key: string, cell: Cell<Asked>): Known {
		if (cell.depth !== undefined) return { value: this.#cycleFrom(cell.depth), failed: true, changedAt: Number.POSITIVE_INFINITY };
		if (cell.checkedAt !== this.#revision) this.#refresh(fact, key, cell);
		return cell;
	}

	#refresh(fact: AnyFact, key: string, cell: Cell<Asked>): void {
		const frame: Frame = { fact, key };
		cell.depth = this.#working.push(frame) - 1;
		try {
			if (cell.checkedAt === 0 || cell.inCycle || !this.#holds(cell)) this.#compute(frame, cell);
			cell.checkedAt = this.#revision;
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
			if (this.#changedAt(dependency) > checkedAt) return false;
		}
		return true;
	}

	/** When what was read last became another, brought up to date. */
	#changedAt(dependency: Dependency<Asked>): number {
		const { fact, key } = dependency;
		if (typeof fact !== 'function') return this.#inputs.get(fact)?.get(key)?.changedAt ?? 0;
		if (dependency.cell === undefined || dependency.cell.gone) dependency.cell = this.#cells.of(fact, key);
		const { cell } = dependency;
		return cell.checkedAt === this.#revision && cell.depth === undefined ? cell.changedAt : this.#bring(fact, key, cell).changedAt;
	}

	/** A fact in a cycle has failed, even where it caught the error: what it says would else depend on where the cycle was entered. */
	#compute(frame: Frame, cell: Cell<Asked>): void {
		const { fact, key } = frame;
		this.#computed?.(fact.name, key);
		const dependencies: Dependency<Asked>[] = [];
		const seen = new Seen(dependencies);
		const read = (<T>(asked: Fact<T, never> | Input<T>, of = ''): T => {
			if (seen.isNew(asked as Asked, of)) dependencies.push({ fact: asked as Asked, key: of });
			return resultOf(this.#known(asked as Asked, of)) as T;
		}) as Read;
		let failed = false;
		let value: unknown;
		try {
			value = fact(read, key as never);
		} catch (error) {
			failed = true;
			value = error;
		}
		cell.inCycle = frame.cycle !== undefined;
		cell.settle(failed || cell.inCycle, frame.cycle ?? value, dependencies, this.#revision);
	}

	/** The cycle that closes at a fact that is at work; all facts from there on are in it. */
	#cycleFrom(depth: number): FactCycle {
		const round = this.#working.slice(depth);
		const cycle = new FactCycle(round.map(({ fact, key }) => (key === '' ? fact.name : `${fact.name}(${key})`)));
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
