import { Cell } from './cell';

/** How many of the last checks keep what they needed from being collected: whoever undoes an edit finds it still there. */
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
		const byKey = this.#byFact.get(fact) ?? new Map<string, Cell<F>>();
		if (byKey.size === 0) this.#byFact.set(fact, byKey);
		const cell = byKey.get(key) ?? new Cell<F>();
		if (cell.checkedAt === 0) byKey.set(key, cell);
		return cell;
	}

	/** Forgets what is keyed by a file that is gone. */
	forget(path: string): void {
		for (const byKey of this.#byFact.values()) this.#drop(byKey, path);
	}

	#drop(byKey: Map<string, Cell<F>>, key: string): void {
		const cell = byKey.get(key);
		if (cell) cell.gone = true;
		byKey.delete(key);
	}

	/** Forgets what none of the last checks needed; the newest has just ended at a revision. Looks only when much has come since it last did. */
	collect(revision: number): void {
		if (this.#checks.at(-1) !== revision) this.#checks.push(revision);
		this.#checks = this.#checks.slice(-remembered);
		if (this.size <= this.#left * 1.25 + 64) return;
		const oldest = this.#checks[0] as number;
		for (const byKey of this.#byFact.values()) for (const [key, { checkedAt }] of byKey) if (checkedAt < oldest) this.#drop(byKey, key);
		this.#left = this.size;
	}
}
