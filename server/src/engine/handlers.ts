import type { Read } from '../facts/core/database';
import type { Scope } from '../facts/go/body';
import type { Body, Expr, Statement } from '../syntax/go/body/body';
import type { Finding } from './finding';

/** What a handler is given: the facts, and the function or value that is visited. */
export interface Visit<O = unknown> {
	readonly read: Read;
	readonly scope: Scope;
	readonly body: Body;
	readonly options: O;
}

/** What a handler found. One that looks at much and finds little is better a plain function than a generator, of which each call makes an object. */
type Found<Id extends string> = Iterable<Finding<Id>> | undefined;

/** As a method, so that rules with options of their own fit among others; each is only ever given its own. */
type HandlerOf<Id extends string, O, T> = { handle(visit: Visit<O>, thing: T, index: number): Found<Id> }['handle'];

type ExprHandlers<Id extends string, O> = {
	readonly [Op in Expr['op']]?: HandlerOf<Id, O, Expr & { readonly op: Op }>;
};

type StatementHandlers<Id extends string, O> = {
	readonly [Kind in Statement['kind']]?: HandlerOf<Id, O, Statement & { readonly kind: Kind }>;
};

/**
 * What a rule about Go code does at each thing in a body, given with its index: `expressions` and `statements` by what they are (syntax/go/body), `body` once for each function
 * and each package-level value. The engine decides which code is visited: never broken packages, generated or vendored code.
 */
export interface Handlers<Id extends string = string, O = unknown> {
	/** Whether it looks at what is built into the plugin, or at its tests. */
	readonly in: 'sources' | 'tests';
	/** The package that a file must import to be visited: the bodies of other files are not read. */
	readonly importing?: string;
	readonly expressions?: ExprHandlers<Id, O>;
	readonly statements?: StatementHandlers<Id, O>;
	readonly body?: HandlerOf<Id, O, Body>;
}
