const secretName = /pass|secret|token|key|credential|auth|private|cert|session/i;
/** Variables that are named like secrets and hold none; taking their values out would only make holes in a log. */
const harmlessNames = /^(?:SSH_AUTH_SOCK|XDG_SESSION_\w+|DBUS_SESSION_BUS_ADDRESS|DESKTOP_SESSION|SESSION_MANAGER|GPG_KEY)$/;
const harmlessValues = /^(?:true|false|yes|no|on|off|none|\d{1,4}|)$/i;
const shapes: readonly RegExp[] = [
	/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
	/\bgh[pousr]_[A-Za-z0-9]{36,}\b/g,
	/\bgithub_pat_\w{22,}\b/g,
	/\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}\b/g,
	/(?<=\b\w*(?:password|passwd|secret|token|api[_-]?key|access[_-]?key)["']?\s*[:=]\s*["']?)[^\s"',}]{6,}/gi,
	/(?<=:\/\/[^\s/:@]+:)[^\s/@]+(?=@)/g,
	/(?<=\bAuthorization:\s*(?:Bearer|Basic)\s+)\S+/gi,
];

/** The values of an environment that must not be in a log: those of variables that are named like secrets, and all that the settings gave. Of a value of several lines, each line. */
export function secretsOf(environment: Readonly<Record<string, string | undefined>>, given: Readonly<Record<string, string>>): string[] {
	const named = Object.entries(environment).flatMap(([name, value]) =>
		secretName.test(name) && !harmlessNames.test(name) && value !== undefined ? [value] : [],
	);
	const lines = [...named, ...Object.values(given)].flatMap(value => [value, ...value.split(/\r?\n/).map(line => line.trim())]);
	return [...new Set(lines)].filter(value => value.length >= 4 && !harmlessValues.test(value)).sort((a, b) => b.length - a.length);
}

/** Takes known secrets, and what looks like one, out of a log, line by line; private keys over as many lines as they have. */
export class Redactor {
	readonly #secrets: readonly string[];
	#inKey = false;

	constructor(secrets: readonly string[]) {
		this.#secrets = secrets;
	}

	line(text: string): string {
		const begins = /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
		const ends = /-----END [A-Z ]*PRIVATE KEY-----/.test(text);
		const within = this.#inKey || begins;
		this.#inKey = within && !ends;
		if (within) return '***';
		let out = text;
		for (const secret of this.#secrets) out = out.replaceAll(secret, '***');
		for (const shape of shapes) out = out.replace(shape, '***');
		return out;
	}
}
