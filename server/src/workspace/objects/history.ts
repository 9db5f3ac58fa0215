import { type Commit, commitFrom } from './commit';
import { UnreadObject } from './object';
import type { ObjectStore } from './store';

/** How many commits are looked at for where two histories meet. */
const mostCommits = 100_000;

/** Where two histories meet; or that they do not, or not within what is looked at, or not within what a shallow clone has. */
export type Meeting = { readonly commit: string } | { readonly none: 'unrelated' | 'far' | 'shallow' };

/** A repository's commits: a shallow clone has some without their parents. */
export class History {
	readonly #store: ObjectStore;
	readonly #shallow: ReadonlySet<string>;

	constructor(store: ObjectStore, shallow: ReadonlySet<string>) {
		this.#store = store;
		this.#shallow = shallow;
	}

	/** Whether the clone does not have the parents of a commit. */
	endsAt(id: string): boolean {
		return this.#shallow.has(id);
	}

	/** A commit, without parents that the clone does not have. */
	async commit(id: string): Promise<Commit> {
		const commit = commitFrom(await this.#store.bytes(id, 'commit'));
		if (commit === undefined) throw new UnreadObject('damaged', id);
		return this.#shallow.has(id) ? { ...commit, parents: [] } : commit;
	}

	/** The newest commit that both histories have (git-merge-base). Newer commits are looked at first; what is known to lie before a meeting no longer counts. */
	async meeting(one: string, other: string): Promise<Meeting> {
		const flags = new Map<string, number>();
		const queue = new Newest();
		let cut = false;
		const push = async (id: string, flag: number) => {
			const before = flags.get(id) ?? 0;
			if ((before | flag) === before) return;
			flags.set(id, before | flag);
			queue.push({ id, commit: await this.commit(id) });
		};
		await push(one, 1);
		await push(other, 2);
		const found: Queued[] = [];
		for (let looked = 0; ; looked++) {
			if (looked > mostCommits) return { none: 'far' };
			const next = queue.pop();
			if (next === undefined) break;
			let flag = flags.get(next.id) as number;
			if (this.#shallow.has(next.id)) cut = true;
			if (flag === 3) {
				found.push(next);
				flag = 7;
			}
			if ((flag & 4) !== 0 && queue.all(({ id }) => ((flags.get(id) as number) & 4) !== 0)) break;
			for (const parent of next.commit.parents) await push(parent, flag);
		}
		const best = found.filter(({ id }) => ((flags.get(id) as number) & 4) === 0).sort((a, b) => b.commit.time - a.commit.time)[0];
		if (best !== undefined) return { commit: best.id };
		return { none: cut ? 'shallow' : 'unrelated' };
	}
}

interface Queued {
	readonly id: string;
	readonly commit: Commit;
}

/** Commits, the newest first: a heap. */
class Newest {
	readonly #heap: Queued[] = [];

	all(holds: (one: Queued) => boolean): boolean {
		return this.#heap.every(holds);
	}

	push(one: Queued): void {
		const heap = this.#heap;
		let at = heap.push(one) - 1;
		for (let above = (at - 1) >> 1; at > 0 && isNewer(one, heap[above] as Queued); above = (at - 1) >> 1) {
			heap[at] = heap[above] as Queued;
			at = above;
		}
		heap[at] = one;
	}

	pop(): Queued | undefined {
		const heap = this.#heap;
		const top = heap[0];
		const last = heap.pop();
		if (top === undefined || last === undefined || heap.length === 0) return top;
		let at = 0;
		for (let below = 1; below < heap.length; below = 2 * at + 1) {
			if (below + 1 < heap.length && isNewer(heap[below + 1] as Queued, heap[below] as Queued)) below++;
			if (!isNewer(heap[below] as Queued, last)) break;
			heap[at] = heap[below] as Queued;
			at = below;
		}
		heap[at] = last;
		return top;
	}
}

const isNewer = (a: Queued, b: Queued) => a.commit.time > b.commit.time;
