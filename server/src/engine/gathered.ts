import type { Read } from '../facts/core/database';
import { dirname } from '../facts/core/paths';
import { isBroken, isBrokenPackage } from '../facts/go/broken';
import type { Finding } from './finding';
import type { Failure, Reported } from './report';
import { reported } from './reported';
import type { Rule } from './rule';
import type { Settings } from './settings';

/** What a run has found so far. */
export class Gathered {
	readonly read: Read;
	readonly #rules: Readonly<Record<string, Rule>>;
	readonly #settings: Settings;
	readonly #findings: Reported[] = [];
	readonly #failures = new Map<string, string>();

	constructor(read: Read, rules: Readonly<Record<string, Rule>>, settings: Settings) {
		this.read = read;
		this.#rules = rules;
		this.#settings = settings;
	}

	/** Adds the findings of a rule; if it throws, only this rule fails. */
	take(id: string, find: () => readonly Finding[]): void {
		const rule = this.#rules[id];
		if (rule === undefined) return;
		try {
			for (const finding of find())
				if (rule.inBroken || !isInBroken(this.read, finding)) this.#findings.push(reported(this.read, id, rule, finding, this.#settings));
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
		return sorted(this.#findings);
	}

	failures(): readonly Failure[] {
		return [...this.#failures].map(([rule, message]) => ({ rule, message })).sort((a, b) => compare(a.rule, b.rule));
	}
}

/** Whether a finding stands in a Go file that is broken, or whose package has one that is. */
const isInBroken = (read: Read, { at: { path } }: Finding): boolean => path.endsWith('.go') && (read(isBroken, path) || read(isBrokenPackage, dirname(path)));

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
