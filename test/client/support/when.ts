/**
 * The conditions of the manifest, read as VS Code reads them (its contextkey.ts) but strictly: what its parser would skip, reject or take for
 * the name of a key is an error here. Keys are `[\w.:-]+`, so a misspelled operator is never one.
 */

/** A condition that can be evaluated, with the keys it asks for. */
export interface When {
	readonly keys: ReadonlySet<string>;
	holds(context: Context): boolean;
}
export type Context = Readonly<Record<string, string | boolean | undefined>>;
type Test = (context: Context) => boolean;

const tokens =
	/\s*(?:(?<operator>\|\||&&|===?|!==?|=~|<=?|>=?|not in\b|in\b|[!()])|(?<regex>\/(?:[^/\\\n]|\\.)+\/[a-z]*)|(?<text>'[^']*')|(?<word>[\w.:-]+(?:\/[\w.*-]+)*))/y;

/** Reads a condition; throws where VS Code would not read all of it as it stands. */
export function parseWhen(source: string): When {
	const rest = [...tokenize(source)];
	const keys = new Set<string>();
	const next = () => rest[0];
	const take = (...operators: readonly string[]) => (rest[0]?.kind === 'operator' && operators.includes(rest[0].text) ? rest.shift()?.text : undefined);
	const fail = (what: string): never => {
		throw new Error(`${what} at ${rest[0]?.text ?? 'the end'} of ${source}`);
	};

	const either = (): Test => {
		const tests = [both()];
		while (take('||')) tests.push(both());
		return context => tests.some(test => test(context));
	};
	const both = (): Test => {
		const tests = [one()];
		while (take('&&')) tests.push(one());
		return context => tests.every(test => test(context));
	};
	const one = (): Test => {
		if (take('!')) {
			const test = atom();
			return context => !test(context);
		}
		return take('(') ? grouped() : comparison();
	};
	/** What `!` may stand before: a key, a constant or a group, and no comparison. */
	const atom = (): Test => {
		if (take('(')) return grouped();
		const key = word();
		return constant(key) ?? (context => Boolean(context[key]));
	};
	const grouped = (): Test => {
		const test = either();
		return take(')') ? test : fail('A parenthesis is missing');
	};
	const comparison = (): Test => {
		const key = word();
		const fixed = constant(key);
		if (fixed) return fixed;
		if (take('==', '==='))
			return (
				value => context =>
					String(context[key] ?? '') === value
			)(operand());
		if (take('!=', '!=='))
			return (
				value => context =>
					String(context[key] ?? '') !== value
			)(operand());
		if (take('=~'))
			return (
				pattern => context =>
					pattern.test(String(context[key] ?? ''))
			)(regex());
		return context => Boolean(context[key]);
	};
	const word = (): string => {
		if (next()?.kind !== 'word') return fail('A key is missing');
		const { text } = rest.shift() as Token;
		if (constant(text) === undefined) keys.add(text);
		return text;
	};
	const operand = (): string => {
		const token = next();
		if (token?.kind !== 'word' && token?.kind !== 'text') return fail('A value is missing');
		rest.shift();
		return token.kind === 'text' ? token.text.slice(1, -1) : token.text;
	};
	const regex = (): RegExp => {
		if (next()?.kind !== 'regex') return fail('A regular expression is missing');
		const [, pattern = '', flags = ''] = /^\/(.*)\/([a-z]*)$/.exec((rest.shift() as Token).text) ?? [];
		return new RegExp(pattern, flags);
	};

	const holds = either();
	if (rest.length > 0) fail('Nothing can follow');
	return { keys, holds };
}

interface Token {
	readonly kind: 'operator' | 'regex' | 'text' | 'word';
	readonly text: string;
}

function* tokenize(source: string): Generator<Token> {
	const end = source.trimEnd().length;
	for (tokens.lastIndex = 0; tokens.lastIndex < end; ) {
		const at = tokens.lastIndex;
		const [kind, text] = Object.entries(tokens.exec(source)?.groups ?? {}).find(([, value]) => value !== undefined) ?? [];
		if (kind === undefined || text === undefined) throw new Error(`Not an operator, a key or a value: ${source.slice(at)}`);
		yield { kind: kind as Token['kind'], text };
	}
}

const constant = (key: string): Test | undefined => (key === 'true' ? () => true : key === 'false' ? () => false : undefined);
