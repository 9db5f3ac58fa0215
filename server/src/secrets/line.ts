import { type Assigned, assignedIn, type Below } from './assigned';
import { commandSecretsIn } from './commands';
import { type Stretch, shapesIn } from './shapes';

/** What stands where a secret stood. */
export const redacted = '[redacted]';

/** A line without what looks like a secret in it, and what of a secret is on the lines below. */
export interface RedactedLine {
	readonly text: string;
	readonly below?: Below;
}

/** What every pattern needs at least. A line without it is unchanged, like nearly all lines of a log. */
const suspicious =
	/pass|pwd|pat\b|securestring|secret|token|credential|key|auth|PKR_VAR_|:\/\/|bearer|basic|@|login|mysql|maria|redis|mongo|curl|net[ \t]+user|echo|[$?&{;]|[A-Za-z0-9+/]{16}|[\w+/-]{24}/i;

/** Removes what looks like a secret from one line. */
export function redactLine(line: string): RedactedLine {
	let text = line;
	let below: Below | undefined;
	// What stands next to a secret may be seen as one only when that is gone.
	for (let round = 0; round < 8; round++) {
		if (!suspicious.test(text)) break;
		const assigned: Assigned = assignedIn(text);
		below = assigned.below;
		const next = without(text, [...shapesIn(text), ...commandSecretsIn(text), ...assigned.stretches]);
		if (next === text) break;
		text = next;
	}
	return { text, ...(below ? { below } : {}) };
}

/** A text with stretches of it replaced. */
function without(text: string, stretches: readonly Stretch[]): string {
	let out = '';
	let at = 0;
	for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start || b.end - a.end)) {
		if (start >= at && !text.startsWith(redacted, start)) out += text.slice(at, start) + redacted;
		else if (start >= at) out += text.slice(at, start) + text.slice(start, Math.max(start, end));
		at = Math.max(at, end);
	}
	return out + text.slice(at);
}
