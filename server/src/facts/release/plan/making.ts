import type { Place } from '../../../text/place';
import type { Major } from '../goreleaser/options';
import { evaluate } from '../template/evaluate';
import type { Value } from '../template/functions';
import { artifactNames, buildNames, generalNames, sumNames } from './fields';
import type { Template } from './option';

/** What a release is made of besides its config. */
export interface Conditions {
	readonly major: Major;
	/** `{{ .ProjectName }}`; undefined where that is not known. */
	readonly project: string | undefined;
	/** The fields that every template can see, as far as they are known. */
	readonly fields: Readonly<Record<string, Value>>;
	/** The value of a variable of the environment; null if it is not set, undefined if that is not known. */
	readonly env: (name: string) => string | null | undefined;
	/** Whether there is a `main` in a directory or file, from the root; `absent` where there is no such thing, undefined where that is not known. */
	readonly main: (path: string) => boolean | 'absent' | undefined;
	/** Whether hooks may make files before anything is built. */
	readonly hooks: boolean;
	/** The files that a glob matches, from the root; undefined where that is not known. */
	readonly glob: (pattern: string) => readonly string[] | undefined;
}

/** Why a release stops, in GoReleaser's words, and where. */
export interface Stop {
	readonly said: string;
	readonly place: Place;
	/** The variable of the environment that is not set, where that is why. */
	readonly missing?: string;
	/** Whether it stops when it signs, after everything is built. */
	readonly signing?: true;
}

/** Something that is not known before the release: why not, and where. */
export interface Gap {
	readonly why: string;
	readonly place: Place;
}

/** What a template can see: the fields of a release as such, of a build before its binary has a name, of an artifact, or of the sum of one. */
export type Seen = 'general' | 'build' | 'artifact' | 'sum';

const namesOf = { general: generalNames, build: buildNames, artifact: artifactNames, sum: sumNames };

/** How much the evaluation of a template counts: a long one as often as it has 200 characters. */
export const costOf = (template: string): number => 1 + Math.floor(template.length / 200);

/** How many templates of a release are evaluated; what the others give is not known. A release of ten builds for all platforms has some thousand. */
const mostEvaluations = 20_000;

/** A release as it is evaluated: collects why it stops, and what is not known of it. */
export class Making {
	readonly stops: Stop[] = [];
	readonly gaps: Gap[] = [];
	#evaluations = 0;

	constructor(
		/** The path of the config. */
		readonly path: string,
		readonly conditions: Conditions,
	) {}

	/** Whether so much was evaluated that nothing more is. */
	get exhausted(): boolean {
		return this.#evaluations > mostEvaluations;
	}

	/** What a template gives; undefined where GoReleaser stops at it, or that is not known, which is then on record. */
	text(template: Template, seen: Seen, fields: Readonly<Record<string, Value>>): string | undefined {
		const result = this.#evaluate(template.text, seen, fields);
		if (result === undefined) this.gap({ why: `\`${template.text}\` is not known before the release`, place: template.place });
		else if ('fails' in result) this.#stop(template, result);
		else return result.text;
		return undefined;
	}

	/** Evaluates a template whose text does not matter, for why GoReleaser may stop at it. */
	try(template: Template, seen: Seen, fields: Readonly<Record<string, Value>>, env: Readonly<Record<string, string | undefined>> = {}): string | undefined {
		const result = this.#evaluate(template.text, seen, fields, env);
		if (result !== undefined && 'fails' in result) this.#stop(template, result);
		return result !== undefined && 'text' in result ? result.text : undefined;
	}

	/** Records that GoReleaser stops. */
	stop(stop: Stop): void {
		this.stops.push(stop);
	}

	/** Records what is not known, once. */
	gap(gap: Gap): void {
		if (!this.gaps.some(other => other.why === gap.why)) this.gaps.push(gap);
	}

	#stop({ text, place }: Template, { fails, missing }: { fails: string; missing?: string }): void {
		this.stop({ said: `template: failed to apply ${JSON.stringify(text)}: ${fails}`, place, ...(missing === undefined ? {} : { missing }) });
	}

	#evaluate(text: string, seen: Seen, fields: Readonly<Record<string, Value>>, env: Readonly<Record<string, string | undefined>> = {}) {
		const { major, env: outer, fields: general } = this.conditions;
		this.#evaluations += costOf(text);
		if (this.#evaluations > mostEvaluations) return undefined;
		return evaluate(text, {
			fields: { ...general, ...fields },
			names: namesOf[seen](major),
			env: name => (Object.hasOwn(env, name) ? env[name] : outer(name)),
		});
	}
}
