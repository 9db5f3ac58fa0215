import type { Grammars } from '../syntax/grammars';
import type { Timings } from './model';

/** Measures where the time of one run goes. Parsing happens within rules and reading, and is taken out of their time. */
export class Stopwatch {
	readonly #now: () => number;
	readonly #spent = { read: 0, parse: 0, rules: 0 };
	readonly #watched = new WeakSet<object>();

	constructor(now: () => number) {
		this.#now = now;
	}

	/** Runs something that waits, and books its time. */
	async time<T>(what: 'read' | 'parse', run: () => Promise<T>): Promise<T> {
		const started = this.#now();
		const parsed = this.#spent.parse;
		const result = await run();
		this.#spent[what] += this.#now() - started - (what === 'parse' ? 0 : this.#spent.parse - parsed);
		return result;
	}

	/** Runs the rules, and books their time. */
	rules<T>(run: () => T): T {
		const started = this.#now();
		const parsed = this.#spent.parse;
		const result = run();
		this.#spent.rules += this.#now() - started - (this.#spent.parse - parsed);
		return result;
	}

	/** Books the time that these parsers take from now on. */
	watch({ go, hcl }: Grammars): void {
		if (this.#watched.has(go)) return;
		this.#watched.add(go);
		const { parser, query } = go;
		const [goParse, hclParse, captures] = [parser.parse.bind(parser), hcl.parse.bind(hcl), query.captures.bind(query)];
		parser.parse = (...given) => this.#parse(() => goParse(...given));
		hcl.parse = (...given) => this.#parse(() => hclParse(...given));
		query.captures = (...given) => this.#parse(() => captures(...given));
	}

	#parse<T>(run: () => T): T {
		const started = this.#now();
		try {
			return run();
		} finally {
			this.#spent.parse += this.#now() - started;
		}
	}

	/** What was booked so far. */
	timings(totalMs: number): Timings {
		const { read, parse, rules } = this.#spent;
		return { totalMs: rounded(totalMs), readMs: rounded(read), parseMs: rounded(parse), rulesMs: rounded(rules) };
	}
}

const rounded = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
