import type { Fact, Read } from '../facts/core/database';
import { dirname } from '../facts/core/paths';
import { bodiesIn, scopeOf } from '../facts/go/body';
import { isBroken, isBrokenPackage } from '../facts/go/broken';
import { goFile } from '../facts/go/file';
import { importPaths } from '../facts/go/packages';
import { goSources, goTests } from '../facts/go/sources';
import { partsOf, symbol } from '../facts/go/symbols';
import { type BodyOutcome, BodyOutcomes, type BodyRule, type Handler } from './bodyOutcomes';
import type { Gathered } from './gathered';
import type { Handlers } from './handlers';
import { keyOfOptions } from './options';
import type { Rule } from './rule';
import type { Settings } from './settings';

/** The handlers of one kind of thing, with the index of the rule that each is of. */
type Table = Readonly<Record<string, ReadonlyArray<readonly [rule: number, handler: Handler]> | undefined>>;

interface Tables {
	readonly expressions: Table;
	readonly statements: Table;
	readonly bodies: Table;
}

/** The handlers for the files that import a package, or for all. */
type Group = Tables & { readonly importing: string | undefined };

/** What a rule looks at: what is built into the plugin, or its tests. */
type Where = Handlers['in'];

/**
 * Runs the handlers of all rules over one body at a time: one fact a body, and not one a rule and body, so that a keystroke costs one visit
 * of the function that it is in, however many rules there are. A handler that throws fails its rule there and no other.
 */
export class Dispatcher {
	readonly #rules: readonly BodyRule[];
	readonly #in: Readonly<Record<Where, readonly Group[]>>;
	readonly #ofBody: Fact<readonly BodyOutcome[], string>;
	readonly #ofFile: Fact<readonly BodyOutcome[], string>;
	readonly #looked: Fact<readonly string[]>;

	/** `rules` are those of the engine; the others have no handlers. */
	constructor(rules: ReadonlyArray<readonly [id: string, rule: Rule]>) {
		this.#rules = rules.flatMap(([id, { on, options = {} }]) => (on ? [{ id, on, options }] : []));
		this.#in = { sources: this.#groups('sources'), tests: this.#groups('tests') };
		const bodyFindings: Fact<readonly BodyOutcome[], string> = (read, key) => this.#visit(read, key);
		const fileFindings: Fact<readonly BodyOutcome[], string> = (read, key) => this.#visitAll(read, key);
		const lookedAt: Fact<readonly string[]> = read => this.#lookedAt(read);
		this.#ofBody = bodyFindings;
		this.#ofFile = fileFindings;
		this.#looked = lookedAt;
	}

	/** The Go files in which rules look at bodies, the given one first. */
	paths(read: Read, first?: string): readonly string[] {
		const looked = read(this.#looked);
		return first !== undefined && looked.includes(first) ? [first, ...looked.filter(path => path !== first)] : looked;
	}

	/** Has the rules look at each body of one of `paths`, with options as a key of `optionsKey`: not where the package is broken, and not at generated code. */
	visit(gathered: Gathered, path: string, options: string): void {
		for (const outcome of gathered.read(this.#ofFile, `${path}\0${options}`)) {
			if ('failure' in outcome) gathered.fail(outcome.rule, outcome.failure);
			else gathered.take(outcome.rule, () => outcome.findings);
		}
	}

	/** What the settings say of the rules' options, as a key; empty if that is nothing. */
	optionsKey(settings: Settings): string {
		const keys = this.#rules.map(({ id, options }) => [id, keyOfOptions(options, settings.rules[id]?.options ?? {})] as const).filter(([, key]) => key !== '');
		return keys.length === 0 ? '' : JSON.stringify(Object.fromEntries(keys));
	}

	#lookedAt(read: Read): readonly string[] {
		const all = [...(this.#in.sources.length > 0 ? read(goSources) : []), ...(this.#in.tests.length > 0 ? read(goTests) : [])];
		return all.filter(path => this.#groupsOf(read, path).length > 0);
	}

	#visitAll(read: Read, key: string): readonly BodyOutcome[] {
		const [path, options] = key.split('\0', 2) as [string, string];
		if (read(goFile, path)?.generated || read(isBroken, path) || read(isBrokenPackage, dirname(path))) return [];
		return read(bodiesIn, path).flatMap(decl => read(this.#ofBody, `${symbol(path, decl)}\0${options}`));
	}

	/** The rules for one kind of file, by the package that it must import. */
	#groups(where: Where): readonly Group[] {
		const packages = new Set(this.#rules.filter(({ on }) => on.in === where).map(({ on }) => on.importing));
		return [...packages].map(importing => ({ importing, ...this.#tables(where, importing) }));
	}

	#groupsOf(read: Read, path: string): readonly Group[] {
		const groups = this.#in[path.endsWith('_test.go') ? 'tests' : 'sources'];
		return groups.filter(({ importing }) => importing === undefined || read(importPaths, path).includes(importing));
	}

	#tables(where: Where, importing: string | undefined): Tables {
		const tables = { expressions: {}, statements: {}, bodies: {} } as Record<'expressions' | 'statements' | 'bodies', Record<string, [number, Handler][]>>;
		const add = (table: Record<string, [number, Handler][]>, kind: string, rule: number, handler: unknown) => {
			table[kind] ??= [];
			table[kind].push([rule, handler as Handler]);
		};
		for (const [rule, { on: handlers }] of this.#rules.entries()) {
			if (handlers.in !== where || handlers.importing !== importing) continue;
			for (const [op, handler] of Object.entries(handlers.expressions ?? {})) add(tables.expressions, op, rule, handler);
			for (const [kind, handler] of Object.entries(handlers.statements ?? {})) add(tables.statements, kind, rule, handler);
			if (handlers.body) add(tables.bodies, 'body', rule, handlers.body);
		}
		return tables;
	}

	#visit(read: Read, key: string): readonly BodyOutcome[] {
		const { path, decl } = partsOf(key);
		const scope = scopeOf(read, path, decl);
		if (scope === undefined) return [];
		const options = key.slice(symbol(path, decl).length + 1);
		const found = new BodyOutcomes(this.#rules, { read, scope, body: scope.body }, options);
		for (const { bodies, expressions, statements } of this.#groupsOf(read, path)) {
			for (const [rule, handler] of bodies.body ?? none) found.run(rule, handler, scope.body, 0);
			scope.body.exprs.forEach((expr, x) => {
				for (const [rule, handler] of expressions[expr.op] ?? none) found.run(rule, handler, expr, x);
			});
			scope.body.statements.forEach((statement, i) => {
				for (const [rule, handler] of statements[statement.kind] ?? none) found.run(rule, handler, statement, i);
			});
		}
		return found.finish();
	}
}

const none: readonly never[] = [];
