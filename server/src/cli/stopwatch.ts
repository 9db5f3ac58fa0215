import type { Grammars } from '../syntax/grammars';
import type { Timings } from './model';

/** Measures where the time of one run goes. Parsing happens within rules and reading, and is subtracted from their time. */
export class Stopwatch {
	readonly #now: () => number;
	readonly #spent = { read: 0, parse: 0, rules: 0 };
	readonly #parts = new Map<string, number>();

	constructor(now: () => number) {
		this.#now = now;
	}

	/** Runs something asynchronous, and adds its time. */
	async time<T>(what: 'read' | 'parse' | 'rules', run: () => Promise<T>): Promise<T> {
		const started = this.#now();
		const parsed = this.#spent.parse;
		const result = await run();
		this.#spent[what] += this.#now() - started - (what === 'parse' ? 0 : this.#spent.parse - parsed);
		return result;
	}

	/** Runs the rules, and adds their time. */
	rules<T>(run: () => T): T {
		const started = this.#now();
		const parsed = this.#spent.parse;
		const result = run();
		this.#spent.rules += this.#now() - started - (this.#spent.parse - parsed);
		return result;
	}

	/** The same parsers, with their time added. */
	watch({ hcl }: Grammars): Grammars {
		return { hcl: this.#watched(hcl, 'parse') };
	}

	#watched<T extends object>(target: T, method: keyof T): T {
		const call = (...given: readonly unknown[]) =>
			this.parsing(() => Reflect.apply(target[method] as (...given: readonly unknown[]) => unknown, target, given));
		return new Proxy(target, { get: (_, key) => (key === method ? call : Reflect.get(target, key)) });
	}

	/** Parses, and adds the time. */
	parsing<T>(run: () => T): T {
		const started = this.#now();
		try {
			return run();
		} finally {
			this.#spent.parse += this.#now() - started;
		}
	}

	/** Runs a part of the rules' work, and adds its time to what that part has had. */
	part(name: string, run: () => void): void {
		const started = this.#now();
		run();
		this.#parts.set(name, (this.#parts.get(name) ?? 0) + this.#now() - started);
	}

	/** The milliseconds of each part, the longest first. */
	get parts(): ReadonlyArray<readonly [name: string, milliseconds: number]> {
		return [...this.#parts].sort(([, a], [, b]) => b - a);
	}

	/** The times so far. */
	timings(totalMs: number): Timings {
		const { read, parse, rules } = this.#spent;
		return { totalMs: rounded(totalMs), readMs: rounded(read), parseMs: rounded(parse), rulesMs: rounded(rules) };
	}
}

const rounded = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
