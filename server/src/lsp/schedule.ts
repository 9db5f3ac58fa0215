import type { Pace } from './environment';
import { Slices } from './paced';

/** The delay between an edit and a check, in milliseconds. If the last check took longer, the delay is as long as that check. */
const soonest = 10;
const betweenKeys = 60;
const latest = 500;

/** What is checked, and who is notified. */
export interface Checking<T, P> {
	/** Starts a check that pauses between rules and yields partial results. */
	start(): Iterator<P | undefined, T>;
	/** Receives partial results. */
	early(part: P): void;
	finish(result: T, milliseconds: number): void;
	/** What broke. */
	fail(error: unknown): void;
}

/** Checks one plugin, whenever something of it has changed; an outdated check is dropped between two rules. */
export class Schedule<T, P = never> {
	readonly #pace: Pace;
	readonly #checking: Checking<T, P>;
	#generation = 0;
	#holds = 0;
	#wanted = false;
	#cancel: (() => void) | undefined;
	#lastTook = 0;
	#waiting: Array<() => void> = [];
	#disposed = false;

	constructor(pace: Pace, checking: Checking<T, P>) {
		this.#pace = pace;
		this.#checking = checking;
	}

	/** Whether a check is due, or a change under way after which one will be. */
	get due(): boolean {
		return this.#wanted && !this.#disposed;
	}

	/** Something has changed: a running check is out of date, and a new one is due. */
	request(): void {
		this.#generation++;
		this.#wanted = true;
		if (this.#holds === 0) this.#arm();
	}

	/** Makes a change that takes several steps: no check sees it half done. */
	async during(change: () => Promise<void>): Promise<void> {
		this.#generation++;
		this.#wanted = true;
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
		return this.due ? new Promise(resolve => this.#waiting.push(resolve)) : Promise.resolve();
	}

	/** Ends it: from now on nothing is checked, and no request waits. */
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
		let early: P | undefined;
		try {
			const steps = this.#checking.start();
			for (;;) {
				const before = this.#pace.now();
				const step = steps.next();
				busy += this.#pace.now() - before;
				this.#lastTook = busy;
				if (generation !== this.#generation) return;
				if (step.done) {
					this.#wanted = false;
					this.#checking.finish(step.value, busy);
					break;
				}
				early = step.value ?? early;
				if (!slices.due) continue;
				if (early !== undefined) this.#checking.early(early);
				early = undefined;
				await slices.pause();
				if (generation !== this.#generation) return;
			}
		} catch (error) {
			if (generation !== this.#generation) return;
			this.#wanted = false;
			this.#checking.fail(error);
		}
		if (!this.#wanted) this.#release();
	}

	#release(): void {
		for (const resolve of this.#waiting.splice(0)) resolve();
	}
}
