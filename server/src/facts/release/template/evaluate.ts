import { functions, isTrue, unknown, type Value } from './functions';
import { type Expression, Failed, NotRead, type Part, parseTemplate } from './parse';

/** What a template can see: its fields by name, and the environment. A field that is not named is not known. */
export interface Scope {
	readonly fields: Readonly<Record<string, Value>>;
	/** The names of all fields that there are, where that is known: GoReleaser refuses any other. */
	readonly names?: ReadonlySet<string>;
	/** The value of a variable of the environment; null if it is not set, undefined if that is not known. */
	readonly env: (name: string) => string | null | undefined;
}

/**
 * What a template gives: its text, and the variables of the environment that it asked for; or why GoReleaser refuses it, and the variable whose
 * absence makes it.
 */
export type Evaluation = { readonly text: string; readonly env: readonly string[] } | { readonly fails: string; readonly missing?: string };

/** Stands in a text for what is not known before the release, where `evaluate` was asked to leave gaps. */
export const gap = '\uFFFC';

class Missing extends Failed {
	constructor(readonly variable: string) {
		super(`map has no entry for key "${variable}"`);
	}
}

/** How long a value may become: functions can double it again and again. A hundredth of what a template may print. */
const longest = 2000;

/** The environment itself, as `.Env` gives it. */
const environment = Symbol('.Env');
type Inner = Value | typeof environment;

/** Evaluates a template as GoReleaser does; undefined where we do not know what it would give. With `gaps`, what is unknown is printed as `gap`. */
export function evaluate(source: string, scope: Scope, gaps = false): Evaluation | undefined {
	const run = new Run(scope, gaps);
	try {
		return { text: run.print(parseTemplate(source), scope), env: [...run.asked] };
	} catch (error) {
		if (error instanceof Missing) return { fails: error.message, missing: error.variable };
		if (error instanceof Failed) return { fails: error.message };
		if (error instanceof NotRead) return undefined;
		throw error;
	}
}

class Run {
	readonly asked = new Set<string>();
	readonly #scope: Scope;
	readonly #gaps: boolean;
	readonly #variables = new Map<string, Inner | Scope>();

	constructor(scope: Scope, gaps: boolean) {
		this.#scope = scope;
		this.#gaps = gaps;
		this.#variables.set('$', scope);
	}

	print(parts: readonly Part[], dot: Inner | Scope): string {
		let out = '';
		for (const part of parts) {
			if (out.length > 100 * longest) throw new NotRead();
			if (part.kind === 'text') out += part.text;
			else if (part.kind === 'set') this.#variables.set(part.name, this.#value(part.value, dot));
			else if (part.kind === 'print') out += this.#shown(this.#value(part.value, dot));
			else {
				const value = plain(this.#value(part.value, dot));
				if (value === unknown) throw new NotRead();
				out += isTrue(value) ? this.print(part.yes, part.kind === 'with' ? value : dot) : this.print(part.no, dot);
			}
		}
		return out;
	}

	#shown(inner: Inner | Scope): string {
		const value = plain(inner);
		if (value === unknown && this.#gaps) return gap;
		if (typeof value === 'string') return value;
		if (typeof value === 'number' || typeof value === 'boolean') return String(value);
		throw new NotRead();
	}

	#value(expression: Expression, dot: Inner | Scope): Inner | Scope {
		switch (expression.kind) {
			case 'literal':
				return expression.value;
			case 'dot':
				return dot;
			case 'variable':
				if (!this.#variables.has(expression.name)) throw new NotRead();
				return this.#variables.get(expression.name) as Inner | Scope;
			case 'field':
				return this.#field(this.#value(expression.of, dot), expression.name);
			case 'call':
				return this.#call(
					expression.name,
					expression.args.map(arg => this.#value(arg, dot)),
				);
		}
	}

	#field(of: Inner | Scope, name: string): Inner {
		if (of === this.#scope) {
			if (name === 'Env') return environment;
			if (this.#scope.names?.has(name) === false) throw new Failed(`map has no entry for key "${name}"`);
			return this.#scope.fields[name] ?? unknown;
		}
		if (of !== environment) return unknown;
		const value = this.#variable(name);
		if (value === null) throw new Missing(name);
		return value;
	}

	#call(name: string, args: readonly (Inner | Scope)[]): Value {
		const [first, second] = args;
		if (name === 'index' && first === environment && typeof second === 'string') return this.#variable(second) ?? '';
		if (name === 'isEnvSet' && typeof first === 'string') return this.#on(this.#variable(first), value => value !== null && value !== '');
		if (name === 'envOrDefault' && typeof first === 'string') return this.#on(this.#variable(first), value => value ?? plain(second ?? null));
		const values = args.map(plain);
		if (values.includes(unknown)) return unknown;
		const value = (Object.hasOwn(functions, name) ? functions[name]?.(...values) : undefined) ?? unknown;
		if ((typeof value === 'string' || Array.isArray(value)) && value.length > longest) throw new NotRead();
		return value;
	}

	#on(value: string | null | typeof unknown, then: (value: string | null) => Value): Value {
		return value === unknown ? unknown : then(value);
	}

	#variable(name: string): string | null | typeof unknown {
		this.asked.add(name);
		const value = this.#scope.env(name);
		return value === undefined ? unknown : value;
	}
}

/** A value to compute with. The fields and the environment as a whole are not. */
function plain(value: Inner | Scope): Value {
	if (value === environment || (typeof value === 'object' && value !== null && !Array.isArray(value))) throw new NotRead();
	return value as Value;
}
