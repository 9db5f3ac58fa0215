import { Cell } from './cell';

/** How many of the last checks keep what they needed from being collected: an undone edit finds it still there. */
const remembered = 16;

/** The cells of a database, by fact and key. `F` is what cells depend on. */
export class Cells<F> {
	readonly #byFact = new Map<F, Map<string, Cell<F>>>();
	/** The revisions of the last checks, and how many cells the last collection left. */
	#checks: number[] = [];
	#left = 0;

	/** How many there are. */
	get size(): number {
		let size = 0;
		for (const byKey of this.#byFact.values()) size += byKey.size;
		return size;
	}

	/** The cell of a key of a fact; a new one where there was none. */
	of(fact: F, key: string): Cell<F> {
		return this.#byFact.get(fact)?.get(key) ?? this.#add(fact, key);
	}

	#add(fact: F, key: string): Cell<F> {
		const byKey = this.#byFact.get(fact) ?? new Map<string, Cell<F>>();
		if (byKey.size === 0) this.#byFact.set(fact, byKey);
		const cell = new Cell(fact, key);
		byKey.set(key, cell);
		return cell;
	}

	/** Forgets what is keyed by a file that is gone. */
	forget(path: string): void {
		for (const byKey of this.#byFact.values()) {
			const cell = byKey.get(path);
			if (cell) this.#drop(byKey, cell);
		}
	}

	#drop(byKey: Map<string, Cell<F>>, cell: Cell<F>): void {
		cell.changed(); // what read it looks for the cell that takes its place
		cell.reads([]);
		cell.gone = true;
		byKey.delete(cell.key);
	}

	/**
	 * Forgets what none of the last checks needed; the newest has just ended at a revision. Looks only when much has come since it last did, and says
	 * whether it has looked.
	 */
	collect(revision: number): boolean {
		if (this.#checks.at(-1) !== revision) this.#checks.push(revision);
		this.#checks = this.#checks.slice(-remembered);
		if (this.size <= this.#left * 1.25 + 64) return false;
		const needed = this.#neededSince(this.#checks[0] as number);
		this.#keep(cell => needed.has(cell));
		this.#left = this.size;
		return true;
	}

	/** Forgets what never had a value and what nothing has read, or reads no longer. */
	forgetUnread(): void {
		this.#keep(({ changedAt, dependents }) => changedAt > 0 || (dependents !== undefined && dependents.size > 0));
	}

	#keep(isKept: (cell: Cell<F>) => boolean): void {
		for (const byKey of this.#byFact.values()) for (const cell of [...byKey.values()]) if (!isKept(cell)) this.#drop(byKey, cell);
	}

	/** What was asked for or looked at since a revision, and all that this has read: what is up to date is not looked at. */
	#neededSince(oldest: number): ReadonlySet<Cell<F>> {
		const needed = new Set<Cell<F>>();
		for (const byKey of this.#byFact.values()) for (const cell of byKey.values()) if (Math.max(cell.checkedAt, cell.askedAt) >= oldest) needed.add(cell);
		for (const cell of needed) for (const read of cell.dependencies) needed.add(read); // a set is gone through with what is added on the way
		return needed;
	}
}
