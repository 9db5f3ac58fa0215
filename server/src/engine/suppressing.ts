import type { Read } from '../facts/core/database';
import { linesOf } from '../facts/core/lines';
import type { Exemption } from '../facts/readiness/exemptions';
import { settingsPath } from '../facts/readiness/settings';
import { type Suppression, suppressions, suppressionsByLine } from '../facts/readiness/suppressions';
import { at } from '../text/place';
import { isExempt, isOver } from './exempt';
import type { Reported } from './report';
import type { Finding, Related } from './rule';
import type { Settings } from './settings';
import type { Suppressed } from './suppressed';

/** Decides which findings do not count, and remembers what has made them so. */
export class Suppressing {
	readonly #read: Read;
	readonly #settings: Settings;
	readonly #needed = new Set<string>();

	constructor(read: Read, settings: Settings) {
		this.#read = read;
		this.#settings = settings;
	}

	/** Why a finding does not count; undefined if it does. */
	of(rule: string, finding: Finding, { path, span }: Pick<Reported, 'path' | 'span'>): Suppressed | undefined {
		const found = [this.#off(rule), this.#exempt(rule, finding), this.#inline(rule, path, span.start)];
		return found.find(one => one !== undefined);
	}

	/** The exemptions of a finding that have expired, as places beside it: in the plugin's own settings file, else at the finding. */
	expired(rule: string, finding: Finding): readonly Related[] {
		return this.#exemptions(rule, finding).flatMap(({ expires, reason, owner, node }) =>
			isOver(expires, this.#settings.today)
				? [
						{
							at: this.#settings.elsewhere ? finding.at : at(settingsPath, node),
							message: `Exempt until ${expires}: ${reason}${owner === undefined ? '' : ` (${owner})`}`,
						},
					]
				: [],
		);
	}

	/** Whether a finding was suppressed by a comment, by an exemption, or by turning its rule off. */
	needed(one: (Suppression & { readonly path: string }) | Exemption | string): boolean {
		return this.#needed.has(typeof one === 'string' ? one : 'node' in one ? keyOf(one) : keyOfComment(one.path, one));
	}

	#off(rule: string): Suppressed | undefined {
		const set = this.#settings.rules[rule];
		if (set?.severity !== 'off') return undefined;
		this.#needed.add(rule);
		return { how: 'config', reason: set.reason ?? 'turned off in .packer-readiness.yml' };
	}

	#exempt(rule: string, finding: Finding): Suppressed | undefined {
		const all = this.#exemptions(rule, finding);
		for (const one of all) this.#needed.add(keyOf(one));
		const current = all.find(({ expires }) => !isOver(expires, this.#settings.today));
		if (current === undefined) return undefined;
		const { reason, owner, expires } = current;
		return { how: 'exemption', reason, ...(owner === undefined ? {} : { owner }), ...(expires === undefined ? {} : { expires }) };
	}

	#inline(rule: string, path: string, offset: number): Suppressed | undefined {
		if (this.#read(suppressions, path).length === 0) return undefined;
		const { line } = this.#read(linesOf, path).positionAt(offset);
		const found = (this.#read(suppressionsByLine, path)[line] ?? []).filter(one => one.rule === rule && one.reason !== undefined);
		for (const one of found) this.#needed.add(keyOfComment(path, one));
		const [first] = found;
		return first === undefined ? undefined : { how: 'inline', reason: first.reason as string };
	}

	/** The exemptions within which all places of a finding are: one that counts several places is not exempt because of one of them. */
	#exemptions(rule: string, finding: Finding): readonly Exemption[] {
		const places = [finding.at, ...(finding.related ?? []).map(related => related.at)];
		return (this.#settings.exemptions ?? []).filter(one => one.rule === rule && places.every(place => isExempt(this.#read, one, place)));
	}
}

const keyOf = ({ node, rule }: Exemption) => `exemption ${node} ${rule}`;
const keyOfComment = (path: string, { start }: Suppression) => `comment ${start} ${path}`;
