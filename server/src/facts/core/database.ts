import { Directories } from './directories';
import { type Entry, type FileState, file, type Input, listing } from './inputs';
import { same } from './same';

/** A derived value: a pure function of the inputs and other facts it reads. Never waits, never sees a file system or a clock. `K` is `string` for one that has keys. */
export type Fact<T, K extends string | undefined = undefined> = (read: Read, key: K) => T;

/** How facts and rules see the workspace. Everything asked of it is remembered as a dependency. */
export interface Read {
	<T>(input: Input<T>, key?: string): T;
	<T>(fact: Fact<T>): T;
	<T>(fact: Fact<T, string>, key: string): T;
}

type AnyFact = Fact<unknown, never>;

interface Dependency {
	readonly fact: AnyFact | Input<unknown>;
	readonly key: string;
}

interface Cell {
	readonly value: unknown;
	readonly changedAt: number;
	checkedAt: number;
	readonly dependencies: readonly Dependency[];
}

interface Known {
	readonly value: unknown;
	readonly changedAt: number;
}

/** Thrown when a fact needs itself; the message names the facts on the way round. It is a defect of ours, never of a plugin. */
export class FactCycle extends Error {}

/** Memoises facts, and recomputes only those of which something they read has changed. One database knows one plugin. */
export class Database {
	#revision = 1;
	readonly #inputs = new Map<Input<unknown>, Map<string, Known>>();
	readonly #cells = new Map<AnyFact, Map<string, Cell>>();
	readonly #directories = new Directories();
	readonly #running: Dependency[] = [];
	readonly #computed: ((name: string, key: string) => void) | undefined;

	/** `computed` hears of each computation of a fact: tests and benchmarks count them. */
	constructor(computed?: (name: string, key: string) => void) {
		this.#computed = computed;
	}

	/** Grows with each change to an input. */
	get revision(): number {
		return this.#revision;
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
			if (state === undefined) for (const byKey of this.#cells.values()) byKey.delete(path);
		}
		for (const dir of changed) this.set(listing, this.#directories.entries(dir), dir);
	}

	/** The value of an input or a fact, computed where it is not known or not up to date. */
	readonly get: Read = <T>(fact: Fact<T, never> | Input<T>, key = ''): T => this.#known(fact as AnyFact, key).value as T;

	#known(fact: AnyFact | Input<unknown>, key: string): Known {
		if (typeof fact === 'function') return this.#fresh(fact, key);
		return this.#inputs.get(fact)?.get(key) ?? { value: fact.initial, changedAt: 0 };
	}

	#fresh(fact: AnyFact, key: string): Cell {
		const byKey = this.#cells.get(fact) ?? new Map<string, Cell>();
		if (byKey.size === 0) this.#cells.set(fact, byKey);
		const old = byKey.get(key);
		if (old && (old.checkedAt === this.#revision || this.#holds(old))) {
			old.checkedAt = this.#revision;
			return old;
		}
		const dependencies: Dependency[] = [];
		const value = this.#compute(fact, key, dependencies);
		const kept = old !== undefined && same(old.value, value);
		const cell: Cell = { value: kept ? old.value : value, changedAt: kept ? old.changedAt : this.#revision, checkedAt: this.#revision, dependencies };
		byKey.set(key, cell);
		return cell;
	}

	/** Whether nothing that a cell read has changed since it was checked; stops at the first that has, as what came after may not be read again. */
	#holds(cell: Cell): boolean {
		return cell.dependencies.every(({ fact, key }) => this.#known(fact, key).changedAt <= cell.checkedAt);
	}

	#compute(fact: AnyFact, key: string, dependencies: Dependency[]): unknown {
		const from = this.#running.findIndex(running => running.fact === fact && running.key === key);
		if (from !== -1) throw new FactCycle(`${[...this.#running.slice(from), { fact, key }].map(nameOf).join(' → ')}: a fact that needs itself`);
		this.#running.push({ fact, key });
		this.#computed?.(fact.name, key);
		const seen = new Seen(dependencies);
		const read = (<T>(asked: Fact<T, never> | Input<T>, of = ''): T => {
			if (seen.isNew(asked, of)) dependencies.push({ fact: asked as AnyFact, key: of });
			return this.#known(asked as AnyFact, of).value as T;
		}) as Read;
		try {
			return fact(read, key as never);
		} finally {
			this.#running.pop();
		}
	}
}

const nameOf = ({ fact, key }: Dependency) => (key === '' ? fact.name : `${fact.name}(${key})`);

/** What a fact has read so far. Most read a thing or two, for which looking through the list is cheaper than keeping a map. */
class Seen {
	readonly #list: readonly Dependency[];
	#keys: Map<unknown, Set<string>> | undefined;

	constructor(list: readonly Dependency[]) {
		this.#list = list;
	}

	isNew(fact: unknown, key: string): boolean {
		if (this.#list.length < 12) return !this.#list.some(known => known.fact === fact && known.key === key);
		if (this.#keys === undefined) {
			this.#keys = new Map();
			for (const known of this.#list) this.#add(known.fact, known.key);
		}
		return this.#add(fact, key);
	}

	#add(fact: unknown, key: string): boolean {
		const keys = this.#keys?.get(fact);
		if (keys?.has(key)) return false;
		if (keys) keys.add(key);
		else this.#keys?.set(fact, new Set([key]));
		return true;
	}
}

/** The entries of a directory, as `listing` gives them. */
export type { Entry };
