import type { Pace } from './environment';
import { Slices } from './paced';

/** How long after an edit a check starts, in milliseconds. A check that takes longer than keys take to follow each other waits as long as the last one took. */
const soonest = 10;
const betweenKeys = 60;
const latest = 500;

/** Checks one plugin, whenever something of it has changed; a check that was overtaken is dropped between two rules. */
export class Schedule<T> {
	readonly #pace: Pace;
	readonly #start: () => Iterator<void, T>;
	readonly #finish: (result: T, milliseconds: number) => void;
	readonly #fail: (error: unknown) => void;
	#generation = 0;
	#holds = 0;
	#wanted = false;
	#cancel: (() => void) | undefined;
	#lastTook = 0;
	#waiting: Array<() => void> = [];
	#disposed = false;

	/** `start` begins a check that pauses between rules; `finish` gets its result, unless a newer one was asked for; `fail` what broke. */
	constructor(pace: Pace, start: () => Iterator<void, T>, finish: (result: T, milliseconds: number) => void, fail: (error: unknown) => void) {
		this.#pace = pace;
		this.#start = start;
		this.#finish = finish;
		this.#fail = fail;
	}

	/** Something has changed: whatever runs is out of date, and a check is due. */
	request(): void {
		this.#generation++;
		this.#wanted = true;
		if (this.#holds === 0) this.#arm();
	}

	/** Makes a change that takes several steps: no check sees it half done. */
	async during(change: () => Promise<void>): Promise<void> {
		this.#generation++;
		this.#holds++;
		this.#disarm();
		try {
			await change();
		} finally {
			this.#holds--;
			this.request();
		}
	}

	/** Resolves when nothing is due any more: all that was known at the call has been checked. */
	idle(): Promise<void> {
		return this.#wanted && !this.#disposed ? new Promise(resolve => this.#waiting.push(resolve)) : Promise.resolve();
	}

	/** Ends it: nothing is checked, and nobody waits, from now on. */
	dispose(): void {
		this.#disposed = true;
		this.#generation++;
		this.#disarm();
		this.#release();
	}

	#arm(): void {
		this.#disarm();
		if (this.#disposed) return;
		this.#cancel = this.#pace.after(this.#lastTook < betweenKeys ? soonest : Math.min(latest, this.#lastTook), () => {
			this.#cancel = undefined;
			void this.#run();
		});
	}

	#disarm(): void {
		this.#cancel?.();
		this.#cancel = undefined;
	}

	async #run(): Promise<void> {
		const generation = this.#generation;
		const slices = new Slices(this.#pace);
		let busy = 0;
		try {
			const steps = this.#start();
			for (;;) {
				const before = this.#pace.now();
				const step = steps.next();
				busy += this.#pace.now() - before;
				this.#lastTook = busy;
				if (generation !== this.#generation) return;
				if (step.done) {
					this.#wanted = false;
					this.#finish(step.value, busy);
					break;
				}
				if (slices.due) await slices.pause();
				if (generation !== this.#generation) return;
			}
		} catch (error) {
			if (generation !== this.#generation) return;
			this.#wanted = false;
			this.#fail(error);
		}
		if (!this.#wanted) this.#release();
	}

	#release(): void {
		for (const resolve of this.#waiting.splice(0)) resolve();
	}
}
