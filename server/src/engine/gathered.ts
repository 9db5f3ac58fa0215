import type { Read } from '../facts/core/database';
import { type Baseline, ownBaseline } from '../facts/readiness/baseline';
import { type Compared, compareWithBaseline } from './baseline';
import { isInBroken } from './broken';
import type { Finding } from './finding';
import type { Failure, Reported } from './report';
import { reported } from './reported';
import type { Rule } from './rule';
import type { Settings } from './settings';
import { Suppressing } from './suppressing';
import type { Vain } from './unneeded';
import { vain } from './vain';

/** What a run has found so far. */
export class Gathered {
	readonly read: Read;
	readonly #rules: Readonly<Record<string, Rule>>;
	readonly #settings: Settings;
	readonly #suppressing: Suppressing;
	readonly #findings: Reported[] = [];
	readonly #failures = new Map<string, string>();

	constructor(read: Read, rules: Readonly<Record<string, Rule>>, settings: Settings) {
		this.read = read;
		this.#rules = rules;
		this.#settings = settings;
		this.#suppressing = new Suppressing(read, settings);
	}

	/** Adds the findings of a rule; if it throws, only this rule fails. */
	take(id: string, find: () => readonly Finding[]): void {
		const rule = this.#rules[id];
		if (rule === undefined) return;
		try {
			for (const finding of find())
				if (rule.inBroken || !isInBroken(this.read, finding.at.path))
					this.#findings.push(reported(this.read, id, rule, finding, this.#settings, this.#suppressing));
		} catch (error) {
			this.fail(id, error instanceof Error ? error.message : String(error));
		}
	}

	/** Notes that a rule has failed; once is enough. */
	fail(id: string, message: string): void {
		if (!this.#failures.has(id)) this.#failures.set(id, message);
	}

	/** What was found, sorted by path, offset and rule, the same thing once. */
	findings(): readonly Reported[] {
		return this.#compared().findings;
	}

	/** What suppresses nothing, once all rules have run. */
	vain(): Vain {
		return vain(this.read, this.#rules, this.#settings, this.#suppressing, { failed: this.#failures, gone: this.#compared().gone });
	}

	#compared(): Compared {
		const findings = sorted(this.#findings);
		const entries = this.#settings.baseline ?? entriesOf(this.read(ownBaseline));
		return entries.length === 0 ? { findings, gone: [] } : compareWithBaseline(this.read, findings, entries);
	}

	failures(): readonly Failure[] {
		return [...this.#failures].map(([rule, message]) => ({ rule, message })).sort((a, b) => compare(a.rule, b.rule));
	}
}

const entriesOf = (baseline: Baseline | undefined) => (baseline !== undefined && 'entries' in baseline ? baseline.entries : []);

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
