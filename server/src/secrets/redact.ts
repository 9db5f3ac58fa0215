/** What stands where a secret stood. */
export const redacted = '[redacted]';

/** Names under which secrets are kept: `password`, `client_secret`, `AWS_SECRET_ACCESS_KEY`, `--token`, `X-Api-Key`. */
const name =
	/[\w.-]{0,64}(?:passw(?:or)?d|passphrase|secret|token|credentials?|api[_-]?key|(?:access|account|auth|client|encryption|master|private|shared|signing|ssh)[_-]?key|authorization)[\w.-]{0,64}/
		.source;

/** Values that are no secrets: expressions, placeholders, types, and what has been taken out already. */
const harmless =
	/^(?:\[redacted\]?|\*+|<[^>]*>|\$\{[^}]*\}|\{\{[^}]*\}\}|\$\w+|(?:var|local|data|os)\.[\w.]+(?:\(.*)?|env\(.*|null|nil|true|false|none|string|bool|int|\*?string|\[\]string)[,;)\]}]*$/i;

/** Known shapes of secrets, wherever they stand. */
const shapes: readonly RegExp[] = [
	/(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}/g,
	/gh[pousr]_[A-Za-z0-9]{20,}/g,
	/github_pat_\w{20,}/g,
	/(?:glpat-|xox[abeprs]-|hvs\.|hvb\.|dop_v1_|AIza|ya29\.|npm_|sk_live_)[\w.-]{16,}/g,
	/eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
];

/** A secret access key of AWS on its own: exactly forty characters of base64, of all sorts. */
const forty = /(?<![\w/+=.-])(?=[A-Za-z0-9/+]*[A-Z])(?=[A-Za-z0-9/+]*[a-z])(?=[A-Za-z0-9/+]*\d)[A-Za-z0-9/+]{40}(?![\w/+=-])/g;

/** The first and the last line of a private key as PEM has it. */
export const keyBegin = '-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----';
export const keyEnd = '-----END [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----';
const key = new RegExp(`${keyBegin}[\\s\\S]*?(?:${keyEnd}|$)`, 'g');

const assigned = new RegExp(
	`(${name}["'\`]?\\]?[ \\t]*(?:=>|:=|[:=])\\s*)("(?:\\\\[\\s\\S]|[^"\\\\])*"|'(?:\\\\[\\s\\S]|[^'\\\\])*'|"[^"\\n]*|'[^'\\n]*|(?:(?:Bearer|Basic|Token)[ \\t]+)?[^\\s"'\`]+)`,
	'gi',
);
const flag = new RegExp(`(--?${name}[ \\t]+)("[^"\\n]*"?|'[^'\\n]*'?|[^\\s"'\`-][^\\s"'\`]*)`, 'gi');

/** A text without anything that looks like a secret. The same text gives the same, and a second time changes nothing. */
export function redact(text: string): string {
	let out = text;
	// What stands next to a secret may be seen as one only when that is gone.
	for (let round = 0; round < 8; round++) {
		const next = once(out);
		if (next === out) break;
		out = next;
	}
	return out;
}

function once(text: string): string {
	let out = text
		.replace(key, redacted)
		.replace(/(:\/\/[^\s/:@"'<>]*:)([^\s/"'<>]+)(?=@)/g, (_, before: string) => before + redacted)
		.replace(/(:\/\/)[^\s/:@"'<>]{20,}(?=@)/g, `$1${redacted}`)
		.replace(/((?:Bearer|Basic)[ \t]+)([\w.~+/=-]{8,})/gi, (whole, before: string, value: string) =>
			/^[a-z]{1,19}$/i.test(value) || harmless.test(value) ? whole : before + redacted,
		);
	for (const shape of shapes) out = out.replace(shape, redacted);
	out = out.replace(forty, redacted);
	return out.replace(assigned, withoutValue).replace(flag, withoutValue);
}

function withoutValue(whole: string, before: string, value: string): string {
	const [, quote = ''] = /^(["'])/.exec(value) ?? [];
	const inner = quote === '' ? value : value.slice(1, value.length > 1 && value.endsWith(quote) ? -1 : undefined);
	if (inner.trim() === '' || harmless.test(inner.trim()) || /^(?:(?:Bearer|Basic|Token)\s+)?\[redacted\]/i.test(inner)) return whole;
	const after = quote === '' ? (/[),;.\]}]+$/.exec(value)?.[0] ?? '') : quote;
	return `${before}${quote}${redacted}${after}`;
}
