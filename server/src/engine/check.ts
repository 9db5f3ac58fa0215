import type { Fact, Read } from '../facts/core/database';
import { unreadable } from '../facts/core/files';
import { keyOfOptions, valuesOfKey } from './options';
import type { Failure, First, PartialReport, Report, Reported } from './report';
import { reported } from './reported';
import type { Finding, Rule } from './rule';
import { defaultSettings, type Settings } from './settings';

/** Rules by their ids. */
export type Rules = Readonly<Record<string, Rule>>;

/** What one rule says, keyed by the options that it is run with. */
type Outcome = Fact<readonly Finding[], string>;

/** Runs rules over the facts of plugins. It holds the rules as facts and nothing of any plugin, so one serves all. */
export class Engine {
	readonly rules: Rules;
	readonly #outcomes: ReadonlyArray<readonly [id: string, rule: Rule, outcome: Outcome]>;

	constructor(rules: Rules) {
		this.rules = rules;
		this.#outcomes = Object.entries(rules)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([id, rule]) => [id, rule, outcomeOf(id, rule)]);
	}

	/** All that the rules say, at once. */
	check(read: Read, settings: Settings = defaultSettings): Report {
		const run = this.run(read, settings);
		for (;;) {
			const step = run.next();
			if (step.done) return step.value;
		}
	}

	/**
	 * The same, pausing after each rule, so that whoever runs it can drop it when something newer is asked. The rules that `first` names run first;
	 * what they say is given after the last of them, where other rules are still to run.
	 */
	*run(read: Read, settings: Settings = defaultSettings, first?: First): Generator<PartialReport | undefined, Report> {
		const findings: Reported[] = [];
		const failures: Failure[] = [];
		const early = this.#outcomes.filter(([id]) => first?.rules.has(id));
		const late = this.#outcomes.filter(([id]) => !first?.rules.has(id));
		for (const [i, [id, rule, outcome]] of [...early, ...late].entries()) {
			try {
				const found = read(outcome, keyOfOptions(rule.options ?? {}, settings.rules[id]?.options ?? {}));
				findings.push(...found.map(finding => reported(read, id, rule, finding, settings)));
			} catch (error) {
				failures.push({ rule: id, message: error instanceof Error ? error.message : String(error) });
			}
			yield first !== undefined && i === early.length - 1 && late.length > 0 ? { path: first.path, findings: sorted(findings) } : undefined;
		}
		return { findings: sorted(findings), failures: failures.sort((a, b) => compare(a.rule, b.rule)), unreadable: read(unreadable) };
	}
}

function outcomeOf(id: string, rule: Rule): Outcome {
	const outcome: Outcome = (read, key) => [...rule.check(read, valuesOfKey(rule.options ?? {}, key))];
	Object.defineProperty(outcome, 'name', { value: `rule ${id}` });
	return outcome;
}

function sorted(findings: readonly Reported[]): Reported[] {
	const order = [...findings].sort(
		(a, b) => compare(a.path, b.path) || a.span.start - b.span.start || compare(a.rule, b.rule) || compare(a.message, b.message) || a.span.end - b.span.end,
	);
	return order.filter((f, i) => {
		const last = order[i - 1];
		return !(
			last &&
			last.path === f.path &&
			last.span.start === f.span.start &&
			last.span.end === f.span.end &&
			last.rule === f.rule &&
			last.message === f.message
		);
	});
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
