import type { Fact, Read } from '../facts/core/database';
import { text, unreadable } from '../facts/core/files';
import { locate } from '../facts/places/locate';
import { suppressions } from '../facts/readiness/suppressions';
import { Lines } from '../text/lines';
import type { Failure, First, PartialReport, Report, Reported } from './report';
import type { Finding, Rule, Severity } from './rule';
import { defaultSettings, type Settings } from './settings';

/** Rules by their ids. */
export type Rules = Readonly<Record<string, Rule>>;

/** What one rule said, or how it broke. */
type Outcome = { readonly findings: readonly Finding[] } | { readonly failure: string };

/** Runs rules over the facts of plugins. It holds the rules as facts and nothing of any plugin, so one serves all. */
export class Engine {
	readonly rules: Rules;
	readonly #outcomes: ReadonlyArray<readonly [id: string, rule: Rule, outcome: Fact<Outcome>]>;

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
			const result = read(outcome);
			if ('failure' in result) failures.push({ rule: id, message: result.failure });
			else findings.push(...result.findings.map(finding => reported(read, id, rule, finding, settings)));
			yield first !== undefined && i === early.length - 1 && late.length > 0 ? { path: first.path, findings: sorted(findings) } : undefined;
		}
		return { findings: sorted(findings), failures: failures.sort((a, b) => compare(a.rule, b.rule)), unreadable: read(unreadable) };
	}
}

function outcomeOf(id: string, rule: Rule): Fact<Outcome> {
	const outcome: Fact<Outcome> = read => {
		try {
			return { findings: [...rule.check(read)] };
		} catch (error) {
			return { failure: error instanceof Error ? error.message : String(error) };
		}
	};
	Object.defineProperty(outcome, 'name', { value: `rule ${id}` });
	return outcome;
}

function reported(read: Read, id: string, rule: Rule, finding: Finding, settings: Settings): Reported {
	const { at, message, data, fix } = finding;
	const span = locate(read, at);
	const set = settings.rules[id];
	const severity = set === undefined || set.severity === 'off' ? severityOf(rule, message, settings) : set.severity;
	const words = (rule.messages[message] ?? message).replace(/\{(\w+)\}/g, (whole, key: string) => data?.[key] ?? whole);
	const base = { rule: id, key: message, severity, message: words, path: at.path, span, item: rule.item, ...(fix ? { fix } : {}) };
	if (set?.severity === 'off') return { ...base, suppressed: { how: 'config', reason: set.reason ?? 'turned off in .packer-readiness.yml' } };
	const reason = inlineReason(read, id, at.path, span.start);
	return reason === undefined ? base : { ...base, suppressed: { how: 'inline', reason } };
}

function severityOf(rule: Rule, message: string, { target }: Settings): Severity {
	const severity = rule.severities?.[message] ?? rule.severity;
	return target === 'community' && rule.community !== undefined && rank(rule.community) > rank(severity) ? rule.community : severity;
}

const rank = (severity: Severity) => ({ error: 0, warning: 1, info: 2 })[severity];

function inlineReason(read: Read, id: string, path: string, offset: number): string | undefined {
	const here = read(suppressions, path);
	if (here.length === 0) return undefined;
	const { line } = new Lines(read(text, path) ?? '').positionAt(offset);
	return here.find(s => s.rule === id && s.reason !== undefined && s.lines.includes(line))?.reason;
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
