import type { MakeFile, MakeVariable } from './file';

/** A text with variables put in; `complete` where nothing was left as it stood. */
export interface Expanded {
	readonly text: string;
	readonly complete: boolean;
}

/** The maximum nesting of variables, and the maximum length of the result. */
const deepest = 20;
const longest = 65_536;

/**
 * Puts in the variables that the file sets plainly: not under a condition, not for one target, not by a shell. All else (`$(shell …)`, `$@`,
 * what comes from the environment) stays as it is. `$$` becomes `$`, as it does on the way to the shell.
 */
export const expand = (file: MakeFile, text: string): Expanded => expanding(file)(text);

/** As `expand`, for many texts of a file: its variables are gathered once. */
export function expanding(file: MakeFile): (text: string) => Expanded {
	const values = valuesOf(file);
	return text => expanded(values, text);
}

function expanded(values: ReadonlyMap<string, string | undefined>, text: string): Expanded {
	const budget = { left: longest };
	const run = (source: string, depth: number): Expanded => {
		let complete = true;
		let out = '';
		let done = 0;
		for (const { index, 0: whole, 1: round, 2: curly, 3: short } of source.matchAll(/\$(?:\(([^()${}\s:,]+)\)|\{([^(){}$\s:,]+)\}|([^({]|$))/g)) {
			const value = short === '$' ? undefined : values.get(round ?? curly ?? short ?? '');
			budget.left -= index - done + whole.length;
			out += source.slice(done, index);
			done = index + whole.length;
			if (short === '$') out += '$';
			else if (value === undefined || depth >= deepest || budget.left <= 0) {
				out += whole;
				complete = false;
			} else {
				const inner = run(value, depth + 1);
				out += inner.text;
				complete &&= inner.complete;
			}
		}
		const rest = source.slice(done);
		budget.left -= rest.length + 1;
		return { text: out + rest, complete: complete && !/\$[({]/.test(rest + unread(source)) };
	};
	return run(text, 0);
}

/** What is left of a text without what `expand` reads: a reference that is still there is one it cannot read. */
const unread = (source: string): string => source.replace(/\$\$|\$\([^()${}\s:,]+\)|\$\{[^(){}$\s:,]+\}/g, '');

/** The value of every variable that is set plainly; undefined if it cannot be known. */
function valuesOf(file: MakeFile): ReadonlyMap<string, string | undefined> {
	const values = new Map<string, string | undefined>();
	for (const variable of file.variables) values.set(variable.name, after(values, variable));
	return values;
}

function after(values: ReadonlyMap<string, string | undefined>, { name, operator, value, target, conditional }: MakeVariable): string | undefined {
	const before = values.get(name);
	if (target !== undefined || conditional || operator === '!=') return undefined;
	if (operator === '?=') return values.has(name) ? before : value;
	if (operator === '+=') return values.has(name) ? (before === undefined ? undefined : `${before} ${value}`) : value;
	return value;
}
