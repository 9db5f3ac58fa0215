import type { Fact, Read } from '../facts/core/database';
import { unreadable } from '../facts/core/files';
import type { Exemption } from '../facts/readiness/exemptions';
import { isSuppressed } from '../facts/readiness/suppressedAt';
import { Dispatcher } from './dispatch';
import { currentExemptions, isExempt } from './exempt';
import { Gathered } from './gathered';
import { keyOfOptions, valuesOfKey } from './options';
import type { First, PartialReport, Report } from './report';
import type { Finding, Leaves, Rule } from './rule';
import { defaultSettings, type Settings } from './settings';

/** Rules by their ids. */
export type Rules = Readonly<Record<string, Rule>>;

/** What one rule says, keyed by the options that it is run with. */
type Outcome = Fact<readonly Finding[], string>;

type Outcomes = ReadonlyArray<readonly [id: string, rule: Rule, outcome: Outcome]>;

/** Runs a part of a check: a rule, or the handlers of all rules on one Go file. Given to measure them. */
export type Around = (part: string, run: () => void) => void;

/** The part of a check in which the handlers of all rules visit a Go file. */
export const handlers = 'handlers on Go files';

/** Runs rules over the facts of plugins. It stores no data of a plugin, so one engine serves all plugins. */
export class Engine {
	readonly rules: Rules;
	readonly #outcomes: Outcomes;
	/** The rules that say something after the others. */
	readonly #after: ReadonlyArray<readonly [id: string, rule: Rule]>;
	readonly #dispatcher: Dispatcher;

	constructor(rules: Rules) {
		this.rules = rules;
		const all = Object.entries(rules);
		this.#outcomes = all.flatMap(([id, rule]) => (rule.check ? [[id, rule, outcomeOf(id, rule)] as const] : []));
		this.#after = all.filter(([, rule]) => rule.after !== undefined);
		this.#dispatcher = new Dispatcher(all);
	}

	/** Runs all rules without pausing. */
	check(read: Read, settings: Settings = defaultSettings, around?: Around): Report {
		const run = this.run(read, settings, undefined, around);
		for (;;) {
			const step = run.next();
			if (step.done) return step.value;
		}
	}

	/**
	 * The same, pausing after each rule and each Go file, so that the caller can drop it when something newer is requested. The rules and the file that
	 * `first` names come first; what was found then is given, where other rules are still to run.
	 */
	*run(read: Read, settings: Settings = defaultSettings, first?: First, around: Around = (_, run) => run()): Generator<PartialReport | undefined, Report> {
		const gathered = new Gathered(read, this.rules, settings);
		const early = this.#outcomes.filter(([id]) => first?.rules.has(id));
		const late = this.#outcomes.filter(([id]) => !first?.rules.has(id));
		const [head, ...paths] = this.#dispatcher.paths(read, first?.path);
		const headFirst = head !== undefined && head === first?.path;
		const options = this.#dispatcher.optionsKey(settings);
		yield* this.#each(early, gathered, settings, around);
		if (headFirst) around(handlers, () => this.#dispatcher.visit(gathered, head, options));
		if (first !== undefined && late.length > 0 && !this.#after.some(([id]) => first.rules.has(id))) yield { path: first.path, findings: gathered.findings() };
		yield* this.#each(late, gathered, settings, around);
		for (const path of headFirst || head === undefined ? paths : [head, ...paths]) {
			around(handlers, () => this.#dispatcher.visit(gathered, path, options));
			yield;
		}
		for (const [id, rule] of this.#after) around(id, () => gathered.take(id, () => [...(rule.after?.(read, gathered.vain()) ?? [])]));
		return { findings: gathered.findings(), failures: gathered.failures(), unreadable: read(unreadable) };
	}

	*#each(outcomes: Outcomes, gathered: Gathered, settings: Settings, around: Around): Generator<undefined, void> {
		for (const [id, rule, outcome] of outcomes) {
			const key = keyOfOutcome(id, rule, settings);
			around(id, () => gathered.take(id, () => gathered.read(outcome, key)));
			yield;
		}
	}
}

function outcomeOf(id: string, rule: Rule): Outcome {
	const outcome: Outcome = (read, key) => {
		const [options = '', exemptions = ''] = key.split('\0');
		return [...(rule.check?.(read, valuesOfKey(rule.options ?? {}, options), leavesOf(read, id, exemptions)) ?? [])];
	};
	Object.defineProperty(outcome, 'name', { value: `rule ${id}` });
	return outcome;
}

/** What a rule is run with: its options, and the exemptions that count where it leaves places out itself. */
function keyOfOutcome(id: string, { options = {}, leavesOut }: Rule, settings: Settings): string {
	const key = keyOfOptions(options, settings.rules[id]?.options ?? {});
	const exemptions = leavesOut === undefined ? [] : currentExemptions(id, settings);
	return exemptions.length === 0 ? key : `${key}\0${JSON.stringify(exemptions)}`;
}

function leavesOf(read: Read, id: string, key: string): Leaves {
	const exemptions = key === '' ? [] : (JSON.parse(key) as readonly Exemption[]);
	return place => isSuppressed(read, id, place) || exemptions.some(one => isExempt(read, one, place));
}
