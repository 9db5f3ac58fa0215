/** The names of variables whose values are secrets. Wider than the names searched in texts: such a value is removed everywhere. */
const secretName = /pass|secret|token|key|credential|auth|private|cert|session/i;
/** Variables that are named like secrets but are not: removing their values would only make a log harder to read. */
const harmlessNames = /^(?:SSH_AUTH_SOCK|XDG_SESSION_\w+|DBUS_SESSION_BUS_ADDRESS|DESKTOP_SESSION|SESSION_MANAGER|GPG_KEY)$/;
const harmlessValues = /^(?:true|false|yes|no|on|off|none|\d{1,4}|)$/i;

/** The values of an environment that must not be in a log: those of variables that are named like secrets, and all that the settings gave. Of a value of several lines, each line. */
export function secretsOf(environment: Readonly<Record<string, string | undefined>>, given: Readonly<Record<string, string>>): string[] {
	const named = Object.entries(environment).flatMap(([name, value]) =>
		secretName.test(name) && !harmlessNames.test(name) && value !== undefined ? [value] : [],
	);
	const lines = [...named, ...Object.values(given)].flatMap(value => [value, ...value.split(/\r?\n/).map(line => line.trim())]);
	return [...new Set(lines)].filter(value => value.length >= 4 && !harmlessValues.test(value)).sort((a, b) => b.length - a.length);
}
