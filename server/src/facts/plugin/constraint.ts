/** What Packer rejects of a version constraint (hcl2template/types.required_plugins.go, hashicorp/go-version NewConstraint); undefined where it takes it. */
export function constraintProblem(text: string): 'syntax' | 'prerelease' | undefined {
	if (text.length > longest) return undefined;
	const parts = text.split(',').map(part => single.exec(part));
	if (parts.some(part => part === null || (part[1] as string).split('.').some(segment => BigInt(segment) > largest))) return 'syntax';
	return parts.some(part => part?.[2] !== undefined) ? 'prerelease' : undefined;
}

/** Nobody writes a longer one: it is not judged. */
const longest = 200;

/** A segment of a version is an int64 in Go. */
const largest = 2n ** 63n - 1n;

/** One constraint: its version without a prerelease, and that. The blanks are those of Go's `\s`. */
const single =
	/^[\t\n\f\r ]*(?:<=|>=|!=|~>|<|>|=|)[\t\n\f\r ]*v?([0-9]+(?:\.[0-9]+)*)(-[0-9][0-9A-Za-z~-]*(?:\.[0-9A-Za-z~-]+)*|-?[A-Za-z~-][0-9A-Za-z~-]*(?:\.[0-9A-Za-z~-]+)*)?(?:\+[0-9A-Za-z~-]+(?:\.[0-9A-Za-z~-]+)*)?[\t\n\f\r ]*$/;

/** Whether a text stands for a constraint that readers are to fill in: `>= <version>`, `X.Y.Z`, `%s`. */
export const isPlaceholder = (text: string): boolean =>
	/[<[{(](?:[^=\s\d]|$)|[$%…]|\.\.\.|\b[A-Z]+_[A-Z_]+\b|version/i.test(text) || (!/\d/.test(text) && !/^[=<>~^! \t]*(?:\*|latest|any|)[ \t]*$/i.test(text));

/** The constraint that is evidently meant by one that Packer rejects: `= v4.x.x` means `~> 4.0`; undefined where that is not clear. */
export function meantConstraint(text: string): string | undefined {
	const words = text.trim().replace(/([<>=~!^])[ \t]+(?=[=\dv])/g, '$1');
	const pieces = words.split(/[ \t]*,[ \t]*|[ \t]+/);
	if (pieces.length > 1 && pieces.some(piece => /^[v\d]/.test(piece))) return undefined; // two versions at once
	const parts = pieces.map(meantBy);
	const meant = parts.join(', ');
	return parts.includes(undefined) || constraintProblem(meant) !== undefined ? undefined : meant;
}

function meantBy(part: string): string | undefined {
	const [, operator = '', core, wild] = /^([<>=~!^]*)v?(\d{1,9}(?:\.\d{1,9}){0,3})((?:\.[x*]){0,3})$/i.exec(part) ?? [];
	if (core === undefined) return undefined;
	const known = operators[operator];
	if (wild)
		return operator === '' || operator === '=' || operator === '==' || operator === '~>' ? `~> ${core}.0` : operator === '>=' ? `>= ${core}` : undefined;
	if (operator === '^') return /^0(?:\.|$)/.test(core) ? undefined : `>= ${core}, < ${Number(core.split('.')[0]) + 1}`;
	return known === undefined ? undefined : known === '' ? core : `${known} ${core}`;
}

/** What is written for an operator, and the operator. */
const operators: Readonly<Record<string, string>> = {
	'': '',
	'=': '=',
	'==': '=',
	'!=': '!=',
	'<': '<',
	'>': '>',
	'<=': '<=',
	'=<': '<=',
	'>=': '>=',
	'=>': '>=',
	'~>': '~>',
	'>~': '~>',
};
