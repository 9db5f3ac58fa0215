import type { Finding } from './finding';
import type { Handlers, Visit } from './handlers';
import { type Options, valuesOfKey } from './options';

/** A rule with handlers. */
export interface BodyRule {
	readonly id: string;
	readonly on: Handlers<string, never>;
	readonly options: Options;
}

/** What one rule found in one body, or how it broke there. */
export type BodyOutcome = { readonly rule: string; readonly findings: readonly Finding[] } | { readonly rule: string; readonly failure: string };

/** A handler of any kind of node. */
export type Handler = (visit: Visit, thing: never, index: number) => Iterable<Finding> | undefined;

/** Gathers what the handlers of one body say, by rules. */
export class BodyOutcomes {
	readonly #rules: readonly BodyRule[];
	readonly #options: string;
	readonly #base: Omit<Visit, 'options'>;
	readonly #visits: Visit[] = [];
	readonly #findings = new Map<number, Finding[]>();
	readonly #failures = new Map<number, string>();

	constructor(rules: readonly BodyRule[], base: Omit<Visit, 'options'>, options: string) {
		this.#rules = rules;
		this.#base = base;
		this.#options = options;
	}

	run(rule: number, handler: Handler, thing: unknown, index: number): void {
		try {
			const found = handler(this.#visits[rule] ?? this.#visitOf(rule), thing as never, index);
			if (found) for (const finding of found) this.#add(rule, finding);
		} catch (error) {
			if (!this.#failures.has(rule)) this.#failures.set(rule, error instanceof Error ? error.message : String(error));
		}
	}

	finish(): readonly BodyOutcome[] {
		const found: BodyOutcome[] = [...this.#findings]
			.filter(([rule]) => !this.#failures.has(rule))
			.map(([rule, findings]) => ({ rule: this.#id(rule), findings }));
		return [...found, ...[...this.#failures].map(([rule, failure]) => ({ rule: this.#id(rule), failure }))];
	}

	#visitOf(rule: number): Visit {
		this.#visits[rule] ??= { ...this.#base, options: this.#optionsOf(rule) };
		return this.#visits[rule];
	}

	#add(rule: number, finding: Finding): void {
		const known = this.#findings.get(rule);
		if (known) known.push(finding);
		else this.#findings.set(rule, [finding]);
	}

	#optionsOf(rule: number): unknown {
		const { id, options } = this.#rules[rule] as BodyRule;
		const keys: Readonly<Record<string, string>> = this.#options === '' ? {} : JSON.parse(this.#options);
		return valuesOfKey(options, keys[id] ?? '');
	}

	#id = (rule: number) => (this.#rules[rule] as BodyRule).id;
}
